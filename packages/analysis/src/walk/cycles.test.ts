import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyBrokenGraph } from '../testing/arbitrary-graph.ts'
import { graph, snapshotOf } from '../testing/facts.ts'
import { compare, naiveDependencies, refsIn } from '../testing/naive-graph.ts'
import { cycles } from './cycles.ts'

describe('cycles', () => {
  it('are the groups of things that all depend on each other, the largest first', () => {
    const found = cycles(
      snapshotOf(
        graph([
          'service:y DEPENDS_ON service:z',
          'service:z DEPENDS_ON service:y',
          'service:a DEPENDS_ON service:b',
          'service:b CONSUMES api:c',
          'service:c PROVIDES api:c',
          'service:c DEPENDS_ON service:a',
          'service:a DEPENDS_ON service:y',
          'service:alone DEPENDS_ON service:alone',
        ]),
      ),
      { first: 10 },
    )
    expect(found).toEqual({
      total: 2,
      groups: [
        ['service:default/a', 'service:default/b', 'service:default/c'],
        ['service:default/y', 'service:default/z'],
      ],
    })
  })

  it('are counted beyond what is listed', () => {
    const pairs = ['a', 'b'].flatMap((x) => [
      `service:${x} DEPENDS_ON service:${x}2`,
      `service:${x}2 DEPENDS_ON service:${x}`,
    ])
    expect(cycles(snapshotOf(graph(pairs)), { first: 1 })).toMatchObject({ total: 2, groups: [{}] })
  })

  it('are found in a chain of 20,000 that closes, without running out of stack', () => {
    const chain = Array.from(
      { length: 20_000 },
      (_, at) => `service:n${at} DEPENDS_ON service:n${(at + 1) % 20_000}`,
    )
    expect(cycles(snapshotOf(graph(chain)), { first: 1 }).groups[0]).toHaveLength(20_000)
  })

  it('are what each pair that reaches each other says, in any graph', () => {
    fc.assert(
      fc.property(anyBrokenGraph, (its) => {
        const pairs = naiveDependencies(its)
        const reaches = (from: string): Set<string> => {
          const found = new Set<string>()
          const next = [from]
          for (const at of next) {
            for (const pair of pairs) {
              if (pair.from !== at || found.has(pair.to)) continue
              found.add(pair.to)
              next.push(pair.to)
            }
          }
          return found
        }
        const reached = new Map(refsIn(its).map((at) => [at, reaches(at)]))
        const groups = [...reached]
          .map(([at, its]) => [...its].filter((other) => reached.get(other as never)?.has(at)).sort())
          .filter((group) => group.length > 1)
        const unique = [...new Map(groups.map((group) => [group.join(), group])).values()]
        expect(cycles(snapshotOf(its), { first: 100 }).groups).toEqual(
          unique.sort((a, b) => b.length - a.length || compare(a[0] ?? '', b[0] ?? '')),
        )
      }),
      { numRuns: 100 },
    )
  })
})
