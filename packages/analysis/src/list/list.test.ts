import { kinds } from '@alidade/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../names/fold.ts'
import { search } from '../names/search.ts'
import { type Order, orders, type Where } from '../questions.ts'
import type { View } from '../snapshot/view.ts'
import { anyBrokenGraph, anyGraph } from '../testing/arbitrary-graph.ts'
import { anyText, anyWhere } from '../testing/arbitrary-where.ts'
import { entity, graph, ref, relation, snapshotOf } from '../testing/facts.ts'
import { type Known, knownIn, naiveHolds } from '../testing/naive-where.ts'
import { list, type Position } from './list.ts'

const shop = snapshotOf(
  graph(
    [
      'team:shop OWNS service:cart',
      'team:pay OWNS service:bank',
      'service:cart PART_OF system:web',
      relation('service:cart DEPENDS_ON service:bank', 'observed'),
    ],
    [
      entity('service:cart', {
        name: 'Cart',
        properties: { lifecycle: 'Production', type: 'service', tags: ['go', 'pci'] },
        labels: { tier: '1' },
      }),
      entity('service:bank', { name: 'Bänk', properties: { lifecycle: 'experimental' }, differs: true }),
      entity('service:mail', { name: 'anything', unresolved: true, annotations: { 'acme.com/x': 'yes' } }),
    ],
  ),
)
const refsOf = (where: Where) => list(shop, { where, first: 99 }).items.map((item) => item.ref.split('/')[1])
const services: Where = { kinds: ['Service'] }

describe('a filter', () => {
  it.each<[Where, string[]]>([
    [{ kinds: ['Service'] }, ['mail', 'bank', 'cart']],
    [{ kinds: ['Team', 'System'] }, ['pay', 'shop', 'web']],
    [{ ...services, owners: [ref('team:shop'), null] }, ['mail', 'cart']],
    [{ systems: [ref('system:web')] }, ['cart']],
    [{ lifecycles: ['PRODUCTION'] }, ['cart']],
    [{ ...services, lifecycles: [null] }, ['mail']],
    [{ tags: ['pci', 'java'] }, ['cart']],
    [{ labels: [{ key: 'tier' }] }, ['cart']],
    [{ labels: [{ key: 'tier', values: ['2'] }] }, []],
    [{ annotations: [{ key: 'acme.com/x', values: ['no', 'yes'] }] }, ['mail']],
    [{ unresolved: true }, ['mail']],
    [{ differs: true }, ['bank']],
    [{ confidences: ['observed'] }, ['bank', 'cart']],
    [{ nameContains: 'BAN' }, ['bank']],
    [{ ...services, not: { confidences: [null] } }, ['bank', 'cart']],
    [{ or: [{ tags: ['pci'] }, { differs: true }], and: [services] }, ['bank', 'cart']],
    [{ or: [] }, []],
    [{ refs: [ref('service:cart'), ref('service:nobody')] }, ['cart']],
  ])('%j lets through %j', (where, expected) => {
    expect(refsOf(where)).toEqual(expected)
  })

  it('is refused when it is nested too deep', () => {
    let where: Where = {}
    for (let depth = 0; depth < 21; depth++) where = { not: where }
    expect(() => list(shop, { where, first: 1 })).toThrow(expect.objectContaining({ code: 'where-too-deep' }))
  })
})

describe('an order', () => {
  const by = (order: Order, where = services) =>
    list(shop, { where, orderBy: order, first: 9 }).items.map((item) => item.ref.split('/')[1])

  it.each<[Order['by'], string[], string[]]>([
    ['name', ['mail', 'bank', 'cart'], ['cart', 'bank', 'mail']],
    ['owner', ['bank', 'cart', 'mail'], ['cart', 'bank', 'mail']],
    ['lifecycle', ['bank', 'cart', 'mail'], ['cart', 'bank', 'mail']],
    ['callers', ['cart', 'mail', 'bank'], ['bank', 'cart', 'mail']],
    ['callees', ['bank', 'mail', 'cart'], ['cart', 'bank', 'mail']],
    ['kind', ['bank', 'cart', 'mail'], ['bank', 'cart', 'mail']],
    ['relevance', ['mail', 'bank', 'cart'], ['cart', 'bank', 'mail']],
  ])('by %s is %j, and the other way round %j', (name, up, down) => {
    expect(by({ by: name, descending: false })).toEqual(up)
    expect(by({ by: name, descending: true })).toEqual(down)
  })

  it('is by relevance with a text, best first', () => {
    const found = list(shop, { text: 'cart', first: 9 })
    expect(found.items.map((item) => item.ref)).toEqual(['service:default/cart'])
    expect(list(shop, { text: ' ', first: 0 }).total).toBe(6)
    expect(list(shop, { text: '!', first: 0 }).total).toBe(0)
  })
})

describe('a page', () => {
  it('says how many there are, before it and after it', () => {
    const page = list(shop, { where: services, first: 1, offset: 1 })
    expect(page).toMatchObject({ total: 3, before: 1, after: 1, items: [{ ref: 'service:default/bank' }] })
    expect(list(shop, { where: services, first: 5, offset: 9 })).toMatchObject({
      items: [],
      before: 3,
      after: 0,
    })
  })

  it('goes on after a place whose entity is gone by now', () => {
    const after: Position = { value: 'b', ref: ref('service:bought') }
    expect(list(shop, { where: services, first: 9, after }).items.map((item) => item.position.value)).toEqual(
      ['bank', 'cart'],
    )
  })

  it('is refused when it is too large', () => {
    for (const first of [-1, 10_001, 1.5]) {
      expect(() => list(shop, { first })).toThrow(expect.objectContaining({ code: 'page-too-large' }))
    }
    expect(() => list(shop, { first: 1, offset: -1 })).toThrow(
      expect.objectContaining({ code: 'offset-out-of-bounds' }),
    )
  })
})

describe('any list', () => {
  const anyOrder = fc.record({ by: fc.constantFrom(...orders), descending: fc.boolean() })

  it('has what the filter holds for, in the order that is asked for', () => {
    fc.assert(
      fc.property(
        anyBrokenGraph,
        anyWhere,
        fc.option(anyText, { nil: undefined }),
        anyOrder,
        (its, where, text, orderBy) => {
          const view = snapshotOf(its)
          const found = list(view, { where, orderBy, first: 1_000, ...(text !== undefined && { text }) })
          const scores = naiveScores(view, text)
          const expected = knownIn(view, its)
            .filter((known) => naiveHolds(where, known) && (!scores || scores.has(known.summary.ref)))
            .sort(naiveOrder(orderBy, scores))
          expect(found.items.map((item) => item.ref)).toEqual(expected.map((known) => known.summary.ref))
          expect(found).toMatchObject({ total: expected.length, before: 0, after: 0 })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('comes whole from pages one after the other, whatever their size', () => {
    fc.assert(
      fc.property(anyGraph, anyOrder, fc.integer({ min: 1, max: 7 }), (its, orderBy, first) => {
        const view = snapshotOf(its)
        const whole = list(view, { orderBy, first: 1_000 })
        const paged: unknown[] = []
        for (let page = list(view, { orderBy, first }); ; ) {
          expect(page.before).toBe(paged.length)
          paged.push(...page.items)
          expect(page.after).toBe(whole.total - paged.length)
          const last = page.items.at(-1)
          if (!last || page.after === 0) break
          // A position goes through JSON on its way to a client and back.
          const after = JSON.parse(JSON.stringify(last.position)) as Position
          page = list(view, { orderBy, first, after })
        }
        expect(paged).toEqual(whole.items)
      }),
      { numRuns: 100 },
    )
  })
})

function naiveScores(view: View, text: string | undefined): Map<string, number> | undefined {
  if (text === undefined || text.trim() === '') return undefined
  return new Map(search(view, text, { first: 1_000 }).hits.map((hit) => [hit.ref, hit.score]))
}

function naiveOrder({ by, descending }: Order, scores: ReadonlyMap<string, number> | undefined) {
  const placeValue = ({ summary }: Known): string | number | null => {
    if (by === 'relevance' && scores) return -(scores.get(summary.ref) ?? 0)
    if (by === 'name' || by === 'relevance') return fold(summary.name)
    if (by === 'kind') return kinds.indexOf(summary.kind)
    if (by === 'owner') return summary.owners[0] ?? null
    return summary[by]
  }
  const turned = descending && !(by === 'relevance' && scores)
  return (a: Known, b: Known): number => {
    const [x, y] = [placeValue(a), placeValue(b)]
    if (x !== y) {
      if (x === null) return 1
      if (y === null) return -1
      return x < y !== turned ? -1 : 1
    }
    return a.summary.ref < b.summary.ref ? -1 : 1
  }
}
