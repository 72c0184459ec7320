import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { search } from '../names/search.ts'
import { facetNames } from '../questions.ts'
import { anyBrokenGraph } from '../testing/arbitrary-graph.ts'
import { anyText, anyWhere } from '../testing/arbitrary-where.ts'
import { entity, graph, ref, snapshotOf } from '../testing/facts.ts'
import { compare } from '../testing/naive-graph.ts'
import { knownIn, naiveHolds, naiveValues, naiveWithout } from '../testing/naive-where.ts'
import { facets } from './facets.ts'

const shop = snapshotOf(
  graph(
    ['team:a OWNS service:x', 'team:b OWNS service:x', 'team:b OWNS service:y'],
    [
      entity('service:x', { properties: { tags: ['go', 'pci'], type: 'website' } }),
      entity('service:y', { properties: { tags: ['go'], type: 'service' } }),
      entity('service:z', { properties: { type: 'service' }, unresolved: true }),
    ],
  ),
)

describe('a facet', () => {
  it('has the most frequent value first, then by value, and nobody last', () => {
    expect(facets(shop, { where: { kinds: ['Service'] } }, ['owner', 'tag'])).toEqual([
      {
        name: 'owner',
        total: 3,
        values: [
          { value: 'team:default/b', count: 2 },
          { value: 'team:default/a', count: 1 },
          { value: null, count: 1 },
        ],
      },
      {
        name: 'tag',
        total: 2,
        values: [
          { value: 'go', count: 2 },
          { value: 'pci', count: 1 },
        ],
      },
    ])
  })

  it('keeps its other values on offer when one of them is chosen', () => {
    const [type, kind] = facets(shop, { where: { types: ['website'] } }, ['type', 'kind'])
    expect(type?.values).toContainEqual({ value: 'service', count: 2 })
    expect(kind?.values).toEqual([{ value: 'Service', count: 1 }])
    const under = facets(shop, { where: { and: [{ types: ['website'] }] } }, ['type'])
    expect(under[0]?.values).toEqual([{ value: 'website', count: 1 }])
  })

  it('counts states, and how many values it has beyond those that are shown', () => {
    expect(facets(shop, {}, ['state'])[0]?.values).toEqual([{ value: 'unresolved', count: 1 }])
    const [owner] = facets(shop, { where: { owners: [ref('team:a')] } }, ['owner'], 1)
    expect(owner).toMatchObject({ total: 3, values: [{ value: 'team:default/b', count: 2 }] })
  })

  it('is what counting one by one gives, in any graph', () => {
    fc.assert(
      fc.property(anyBrokenGraph, anyWhere, fc.option(anyText, { nil: undefined }), (its, where, text) => {
        const view = snapshotOf(its)
        const found = facets(view, { where, ...(text !== undefined && { text }) }, facetNames)
        const hits =
          text === undefined || text.trim() === ''
            ? undefined
            : new Set(search(view, text, { first: 1_000 }).hits.map((hit) => hit.ref))
        for (const [at, name] of facetNames.entries()) {
          const rest = naiveWithout(where, name)
          const counts = new Map<string | null, number>()
          for (const known of knownIn(view, its)) {
            if (!naiveHolds(rest, known) || hits?.has(known.summary.ref) === false) continue
            for (const value of naiveValues(name, known)) counts.set(value, (counts.get(value) ?? 0) + 1)
          }
          const values = [...counts]
            .map(([value, count]) => ({ value, count }))
            .sort((a, b) =>
              a.value === null || b.value === null
                ? Number(a.value === null) - Number(b.value === null)
                : b.count - a.count || compare(a.value, b.value),
            )
          expect(found[at]).toEqual({ name, total: values.length, values })
        }
      }),
      { numRuns: 200 },
    )
  })
})
