import type { Ref } from '@alidade/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summaryOf } from '../snapshot/summary.ts'
import { anyBrokenGraph } from '../testing/arbitrary-graph.ts'
import { graph, relation, snapshotOf, surer } from '../testing/facts.ts'
import { compare, naiveDependencies } from '../testing/naive-graph.ts'
import { groupings } from './group-by.ts'
import { rollUp } from './roll-up.ts'

describe('a roll-up', () => {
  it('counts dependencies between owners and within them, nobody last', () => {
    const found = rollUp(
      snapshotOf(
        graph([
          'team:pay OWNS service:pay',
          'team:shop OWNS service:pay',
          'team:pay OWNS service:bank',
          'team:idle OWNS service:idle',
          'service:pay DEPENDS_ON service:bank',
          relation('service:cart DEPENDS_ON service:pay', 'inferred'),
          relation('service:cart DEPENDS_ON service:bank', 'observed'),
        ]),
      ),
      'team',
    )
    expect(found).toEqual({
      groups: [
        { group: 'team:default/pay', size: 2 },
        { group: null, size: 1 },
      ],
      cells: [
        { from: 'team:default/pay', to: 'team:default/pay', count: 1, confidence: 'declared' },
        { from: null, to: 'team:default/pay', count: 2, confidence: 'observed' },
      ],
    })
  })

  it('is the sum of all dependencies, in any graph', () => {
    fc.assert(
      fc.property(anyBrokenGraph, fc.constantFrom(...groupings), (its, groupBy) => {
        const snapshot = snapshotOf(its)
        const groupOf = (at: Ref): Ref | null => {
          const summary = summaryOf(snapshot, at)
          if (groupBy === 'team') return summary?.owners[0] ?? null
          return summary?.kind.toLowerCase() === groupBy ? at : (summary?.[groupBy] ?? null)
        }
        const pairs = naiveDependencies(its)
        const cells = new Map<string, { from: Ref | null; to: Ref | null; all: typeof pairs }>()
        for (const pair of pairs) {
          const [from, to] = [groupOf(pair.from), groupOf(pair.to)]
          const cell = cells.get(`${from} ${to}`) ?? { from, to, all: [] }
          cells.set(`${from} ${to}`, { ...cell, all: [...cell.all, pair] })
        }
        const place = (group: Ref | null) => group ?? '~'
        const found = rollUp(snapshot, groupBy)
        expect(found.cells).toEqual(
          [...cells.values()]
            .sort((a, b) => compare(place(a.from), place(b.from)) || compare(place(a.to), place(b.to)))
            .map(({ from, to, all }) => ({
              from,
              to,
              count: all.length,
              confidence: all.map((pair) => pair.confidence).reduce(surer),
            })),
        )
        const members = new Set(pairs.flatMap(({ from, to }) => [from, to]))
        const sizes = Map.groupBy(members, groupOf)
        expect(found.groups).toEqual(
          [...sizes]
            .map(([group, its]) => ({ group, size: its.length }))
            .sort((a, b) => compare(place(a.group), place(b.group))),
        )
      }),
      { numRuns: 150 },
    )
  })
})
