import { InvalidInput } from '@alidade/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summaryOf } from '../snapshot/summary.ts'
import type { View } from '../snapshot/view.ts'
import { anyGraph, everything } from '../testing/arbitrary-graph.ts'
import { entity, graph, snapshotOf } from '../testing/facts.ts'
import { compare } from '../testing/naive-graph.ts'
import { wordsIn } from './fold.ts'
import { search } from './search.ts'

const shop = snapshotOf(
  graph(
    [],
    [
      entity('service:checkout', { name: 'Checkout' }),
      entity('service:checkout-worker'),
      entity('service:web', { properties: { title: 'Shopping Café' } }),
      entity('service:payments', { aliases: ['service:compose/pay-gateway'] }),
      entity('service:research'),
      entity('service:search'),
      entity('service:v2024'),
      entity('api:checkout'),
      entity('service:ab'),
    ],
  ),
)
const found = (text: string) => search(shop, text, { first: 99 }).hits.map((hit) => hit.ref.split('/')[1])

describe('a search', () => {
  it.each([
    ['checkout', ['checkout', 'checkout', 'checkout-worker'], 'the whole name, then how it begins'],
    ['CHECK', ['checkout', 'checkout', 'checkout-worker'], 'capitals do not count'],
    ['worker checkout', ['checkout-worker'], 'words in any order'],
    ['check work', ['checkout-worker'], 'words that are begun'],
    ['chekout', ['checkout', 'checkout', 'checkout-worker'], 'a letter missing'],
    ['chcekout', ['checkout', 'checkout', 'checkout-worker'], 'two letters swapped'],
    ['chequout', ['checkout', 'checkout', 'checkout-worker'], 'two errors in eight letters'],
    ['cheqout', [], 'two errors are too many in seven letters'],
    ['chekc', ['checkout', 'checkout', 'checkout-worker'], 'an error in the beginning of a word'],
    ['shoping cafe', ['web'], 'a title, its marks aside'],
    ['pay gateway', ['payments'], 'an alias'],
    ['search', ['search', 'research'], 'the word itself before one that it stands within'],
    ['sea', ['search', 'research'], 'within a word from three letters'],
    ['ea', [], 'not within a word with two letters'],
    ['ac', [], 'no errors in short words'],
    ['2024', ['v2024'], 'a number within a word'],
    ['2025', [], 'no errors in numbers'],
    ['worker payments', [], 'each word must fit a word of the same name'],
    ['!?', [], 'nothing without a word'],
  ])('for "%s" finds %j: %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('gives the ref itself first, with 1, by an alias as well', () => {
    expect(search(shop, 'Component:checkout', { first: 1 }).hits).toEqual([
      { ref: 'service:default/checkout', matched: 'service:default/checkout', score: 1 },
    ])
    expect(search(shop, 'service:compose/pay-gateway', { first: 1 }).hits).toEqual([
      { ref: 'service:default/payments', matched: 'service:compose/pay-gateway', score: 1 },
    ])
  })

  it('says what it is that fits, as it is written', () => {
    expect(search(shop, 'cafe', { first: 1 }).hits[0]).toMatchObject({ matched: 'Shopping Café' })
    expect(search(shop, 'gateway', { first: 1 }).hits[0]).toMatchObject({
      matched: 'service:compose/pay-gateway',
    })
  })

  it('keeps to kinds, and counts what it does not list', () => {
    expect(search(shop, 'checkout', { kinds: ['Api'], first: 9 })).toMatchObject({
      total: 1,
      hits: [{ ref: 'api:default/checkout' }],
    })
    const one = search(shop, 'checkout', { first: 1 })
    expect([one.total, one.hits.length]).toEqual([3, 1])
    expect(search(shop, 'checkout', { first: 0 })).toMatchObject({ total: 3, hits: [] })
  })

  it('refuses a text or a page that is too long', () => {
    const code = (text: string, first: number) => {
      try {
        search(shop, text, { first })
      } catch (error) {
        return error instanceof InvalidInput ? error.code : error
      }
      return undefined
    }
    expect(code('x'.repeat(201), 1)).toBe('text-too-long')
    expect(code('a '.repeat(13), 1)).toBe('text-too-long')
    expect(code('a '.repeat(12), 1)).toBeUndefined()
    expect(code('a', 10_001)).toBe('page-too-large')
    expect(code('\ufb03'.repeat(200), 1)).toBeUndefined()
  })

  it('finds the best few of many as it would find all', () => {
    const many = snapshotOf(
      graph(
        [],
        Array.from({ length: 500 }, (_, at) => entity(`service:cart-${'x'.repeat(at % 7)}${at}`)),
      ),
    )
    const all = search(many, 'cart', { first: 1_000 })
    expect(search(many, 'cart', { first: 20 })).toEqual({ total: 500, hits: all.hits.slice(0, 20) })
  })

  it('is what looking at each name gives, for any text', () => {
    const word = fc.constantFrom('cart', 'crat', 'checkout', 'chckout', 'chexkuot', 'paymetn', 'gate', 'cafe')
    const piece = fc.oneof(word, fc.constantFrom('4', '42', '43', 'ear', 'search', 'a', 'b', 'get', 'stocks'))
    const text = fc.array(piece, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(anyGraph, text, (its, asked) => {
        const view = snapshotOf(its)
        const hits = search(view, asked, { first: 1_000 }).hits
        expect(hits.map((hit) => hit.ref)).toEqual(naiveSearch(view, asked))
        for (const { score } of hits) expect(score > 0 && score < 1).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('forgives one error anywhere in a word of four letters, and two in one of eight', () => {
    const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
    const named = (length: number) =>
      fc.array(letters, { minLength: length, maxLength: 12 }).map((its) => its.join(''))
    const error = fc.tuple(fc.constantFrom('drop', 'add', 'change', 'swap'), fc.nat(), letters)
    const withErrors = (word: string, errors: readonly [string, number, string][]) =>
      errors.reduce((text, [kind, place, letter]) => {
        const at = place % text.length
        const rest = text.slice(at + 1)
        if (kind === 'drop') return text.slice(0, at) + rest
        if (kind === 'add') return text.slice(0, at) + letter + text.slice(at)
        if (kind === 'change') return text.slice(0, at) + letter + rest
        return text.slice(0, at) + (rest[0] ?? '') + (text[at] ?? '') + rest.slice(1)
      }, word)
    const finds = (name: string, text: string) =>
      search(snapshotOf(graph([], [entity(`service:${name}`)])), text, { first: 1 }).total === 1
    fc.assert(
      fc.property(named(5), error, (name, one) => finds(name, withErrors(name, [one]))),
      { numRuns: 200 },
    )
    // Errors that touch each other can make more than two of what is counted as one, so these are far apart.
    fc.assert(
      fc.property(named(10), error, error, (name, [kind, , letter], [other, , another]) => {
        const first = withErrors(name.slice(0, 5), [[kind, 1, letter]])
        return finds(name, first + withErrors(name.slice(5), [[other, 3, another]]))
      }),
      { numRuns: 200 },
    )
  })
})

/** All names one after the other, each scored by what the ranks say. */
function naiveSearch(view: View, text: string): string[] {
  const asked = wordsIn(text)
  return everything
    .flatMap((at) => summaryOf(view, at) ?? [])
    .flatMap((summary) => {
      const names = [
        summary.name,
        summary.title,
        ...summary.aliases.map((it) => it.slice(it.indexOf('/') + 1)),
      ]
      const best = names
        .map((name) => naiveRank(asked, wordsIn(name)))
        .filter((rank) => rank !== undefined)
        .sort(compareRanks)[0]
      return best ? [{ ref: summary.ref, best }] : []
    })
    .sort((a, b) => compareRanks(a.best, b.best) || compare(a.ref, b.ref))
    .map((hit) => hit.ref)
}

type Rank = readonly [group: number, worst: number, sum: number, length: number]

function naiveRank(asked: readonly string[], name: readonly string[]): Rank | undefined {
  const [whole, text] = [name.join(' '), asked.join(' ')]
  const fits = asked.map((word) =>
    Math.min(...name.map((its) => naiveFit(word, its)), Number.POSITIVE_INFINITY),
  )
  if (fits.includes(Number.POSITIVE_INFINITY)) return undefined
  if (whole === text) return [0, 0, 0, whole.length]
  if (whole.startsWith(text)) return [1, 0, 0, whole.length]
  return [2, Math.max(...fits), fits.reduce((a, b) => a + b), whole.length]
}

function compareRanks(a: Rank, b: Rank): number {
  const at = a.findIndex((value, place) => value !== b[place])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

function naiveFit(word: string, name: string): number {
  if (word === name) return 0
  if (name.startsWith(word)) return 1
  const allowed = /^\d+$/.test(word) ? 0 : word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
  const beginnings = Array.from({ length: name.length + 1 }, (_, length) => name.slice(0, length))
  const errors = Math.min(...beginnings.map((beginning) => naiveErrors(word, beginning)))
  if (errors === 1 && allowed >= 1) return 2
  if (word.length >= 3 && name.includes(word)) return 3
  return errors === 2 && allowed === 2 ? 4 : Number.POSITIVE_INFINITY
}

/** Optimal string alignment by its definition. */
function naiveErrors(a: string, b: string, known = new Map<string, number>()): number {
  if (a === '' || b === '') return a.length + b.length
  const key = `${a} ${b}`
  const before = known.get(key)
  if (before !== undefined) return before
  const errors = Math.min(
    naiveErrors(a.slice(1), b, known) + 1,
    naiveErrors(a, b.slice(1), known) + 1,
    naiveErrors(a.slice(1), b.slice(1), known) + (a[0] === b[0] ? 0 : 1),
    ...(a[0] === b[1] && a[1] === b[0] && a.length > 1 && b.length > 1
      ? [naiveErrors(a.slice(2), b.slice(2), known) + 1]
      : []),
  )
  known.set(key, errors)
  return errors
}
