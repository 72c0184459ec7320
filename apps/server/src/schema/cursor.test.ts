import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { queryHash, readCursor, writeCursor } from './cursor.ts'

const position = z.object({ value: z.union([z.string(), z.number(), z.null()]), ref: z.string() })

test('a cursor gives back the place it was made of', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.record({ value: fc.oneof(fc.string(), fc.integer(), fc.constant(null)), ref: fc.string() }),
      (query, place) => {
        const hash = queryHash(query)
        expect(readCursor(hash, writeCursor(hash, place), position)).toEqual(place)
      },
    ),
  )
})

test('the order of the keys of a query makes no other list of it', () => {
  expect(queryHash({ a: 1, b: { c: 2, d: 3 } })).toBe(queryHash({ b: { d: 3, c: 2 }, a: 1 }))
  expect(queryHash({ a: 1 })).not.toBe(queryHash({ a: 2 }))
})

test('whatever else is given is refused as what can be mended', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((text) => Buffer.from(text).toString('base64url')),
      ),
      (text) => {
        expect(() => readCursor(queryHash('list'), text, position)).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^cursor-(malformed|foreign)$/) }),
        )
      },
    ),
  )
})
