import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summaryOf } from '../snapshot/summary.ts'
import { anyBrokenGraph } from '../testing/arbitrary-graph.ts'
import { graph, ref, relation, snapshotOf } from '../testing/facts.ts'
import {
  compare,
  isApi,
  type NaiveDependency,
  naiveDependencies,
  naiveHeads,
  naiveOwn,
  refsIn,
} from '../testing/naive-graph.ts'
import { dependencies } from './dependencies.ts'

const callees = (of: Parameters<typeof snapshotOf>[0], text: string) =>
  dependencies(snapshotOf(of), ref(text), 'out', { first: 100 }).items
const callers = (of: Parameters<typeof snapshotOf>[0], text: string) =>
  dependencies(snapshotOf(of), ref(text), 'in', { first: 100 }).items

const throughApi = graph([
  relation('service:cart CONSUMES api:pay#POST /pay', 'contract'),
  relation('service:cart CONSUMES api:pay', 'inferred'),
  relation('service:pay PROVIDES api:pay', 'declared'),
])

describe('a dependency', () => {
  it('through an API is as sure as the less sure of its two relations, and stands for all of them', () => {
    expect(callees(throughApi, 'service:cart')).toEqual([
      {
        ref: 'service:default/pay',
        confidence: 'declared',
        weight: 3,
        via: ['api:default/pay'],
        relations: [
          expect.objectContaining({
            type: 'CONSUMES',
            to: 'api:default/pay#POST /pay',
            confidence: 'contract',
          }),
          expect.objectContaining({ type: 'PROVIDES', confidence: 'declared' }),
          expect.objectContaining({ type: 'CONSUMES', to: 'api:default/pay', confidence: 'inferred' }),
        ],
      },
    ])
  })

  it('is seen from the other end as well', () => {
    expect(callers(throughApi, 'service:pay').map((its) => [its.ref, its.via])).toEqual([
      ['service:default/cart', ['api:default/pay']],
    ])
  })

  it('is on the Api where nobody provides it', () => {
    const unprovided = graph(['service:cart CONSUMES api:pay#POST /pay'])
    expect(callees(unprovided, 'service:cart')).toMatchObject([
      { ref: 'api:default/pay', via: [], weight: 1 },
    ])
  })

  it('of an Api is on its providers, and its consumers depend on it', () => {
    expect(callees(throughApi, 'api:pay').map((its) => its.ref)).toEqual(['service:default/pay'])
    expect(callers(throughApi, 'api:pay')).toMatchObject([
      { ref: 'service:default/cart', confidence: 'contract', weight: 2 },
    ])
    expect(summaryOf(snapshotOf(throughApi), ref('api:pay'))).toMatchObject({ callers: 1, callees: 1 })
  })

  it('on an Api is one on what provides it too, so that nothing that is affected is missed', () => {
    const stated = graph(['service:cart DEPENDS_ON api:pay', 'service:pay PROVIDES api:pay'])
    expect(callees(stated, 'service:cart').map((its) => [its.ref, its.via])).toEqual([
      ['api:default/pay', []],
      ['service:default/pay', ['api:default/pay']],
    ])
    expect(callers(stated, 'service:pay').map((its) => its.ref)).toEqual(['service:default/cart'])
  })

  it('is never on itself', () => {
    const own = graph([
      'service:pay DEPENDS_ON service:pay',
      'service:pay CONSUMES api:pay',
      'service:pay PROVIDES api:pay',
    ])
    expect(callees(own, 'service:pay')).toEqual([])
    expect(callers(own, 'service:pay')).toEqual([])
  })

  it('comes a page at a time, by ref', () => {
    const snapshot = snapshotOf(graph(['c', 'a', 'b'].map((name) => `service:x DEPENDS_ON service:${name}`)))
    const page = dependencies(snapshot, ref('service:x'), 'out', { first: 1, after: ref('service:a') })
    expect(page.total).toBe(3)
    expect(page.items.map((its) => its.ref)).toEqual(['service:default/b'])
    expect(() => dependencies(snapshot, ref('service:x'), 'out', { first: 10_001 })).toThrow(
      expect.objectContaining({ code: 'page-too-large' }),
    )
    expect(dependencies(snapshot, ref('service:nobody'), 'out', { first: 9 })).toEqual({
      total: 0,
      items: [],
    })
  })

  it('is what the definition says, in any graph and from both ends', () => {
    fc.assert(
      fc.property(anyBrokenGraph, (its) => {
        const snapshot = snapshotOf(its)
        const all = naiveDependencies(its)
        for (const at of refsIn(its)) {
          const expected = [...all, ...(isApi(at) ? naiveOwn(its, at) : [])].filter(
            ({ from, to }, place, list) =>
              (from === at || to === at) &&
              list.findIndex((other) => other.from === from && other.to === to) === place,
          )
          for (const direction of ['in', 'out'] as const) {
            const own = expected.filter(({ from, to }) => (direction === 'out' ? from : to) === at)
            const found = dependencies(snapshot, at, direction, { first: 1_000 })
            expect(found).toEqual({
              total: own.length,
              items: own
                .map((it) => asDependency(it, direction === 'out' ? it.to : it.from))
                .sort((a, b) => compare(a.ref, b.ref)),
            })
            const known = summaryOf(snapshot, at)
            expect(known?.[direction === 'out' ? 'callees' : 'callers'] ?? 0).toBe(own.length)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})

function asDependency({ confidence, via, relations }: NaiveDependency, other: string) {
  return { ref: other, confidence, weight: relations.length, via, relations: naiveHeads(relations) }
}
