import * as z from 'zod/mini'

// What an address says may be anything, since people write addresses too: what makes no sense is as if it was not there.

const asList = z.transform((said: unknown) => [said ?? []].flat())

/** Any number of words; none when the address says nothing. An empty word is how an address writes "none of them". */
export const words = z.catch(z.pipe(asList, z.array(z.string())), [])

/** Any number of these words. */
export function wordsOf<const Words extends readonly [string, ...string[]]>(allowed: Words) {
  return z.catch(z.pipe(asList, z.array(z.enum(allowed))), [])
}

/** One of these words; undefined when the address says none of them. */
export function oneOf<const Words extends readonly [string, ...string[]]>(allowed: Words) {
  return z.catch(z.optional(z.enum(allowed)), undefined)
}

/** Some text; undefined when the address says nothing. */
export const text = z.catch(z.optional(z.string()), undefined)

/** A whole number from `least` to `most`; undefined when the address says no such number. */
export function wholeNumber(least: number, most: number) {
  return z.catch(z.optional(z.coerce.number().check(z.int(), z.gte(least), z.lte(most))), undefined)
}
