import type { Ref } from '@alidade/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summaryOf } from '../snapshot/summary.ts'
import { anyBrokenGraph, teams } from '../testing/arbitrary-graph.ts'
import { graph, ref, relation, snapshotOf } from '../testing/facts.ts'
import { naiveDependencies } from '../testing/naive-graph.ts'
import { teamDependencies } from './team-dependencies.ts'

const organisation = snapshotOf(
  graph([
    'team:shop OWNS service:web',
    'team:shop OWNS service:cart',
    'team:pay OWNS service:pay',
    'team:pay OWNS api:pay',
    'person:ann OWNS service:mail',
    'service:web DEPENDS_ON service:cart',
    relation('service:web CONSUMES api:pay', 'inferred'),
    'service:cart CONSUMES api:pay',
    'service:pay PROVIDES api:pay',
    'service:cart DEPENDS_ON service:mail',
    'service:cart DEPENDS_ON resource:db',
  ]),
)

describe('a team', () => {
  it('depends on the owners of what its services depend on: the most first, nobody last, not on itself', () => {
    expect(teamDependencies(organisation, ref('team:shop'), 'out')).toEqual([
      {
        team: 'team:default/pay',
        confidence: 'declared',
        weight: 2,
        pairs: [
          { from: 'service:default/cart', to: 'service:default/pay' },
          { from: 'service:default/web', to: 'service:default/pay' },
        ],
      },
      expect.objectContaining({ team: 'person:default/ann', weight: 1 }),
      expect.objectContaining({ team: null, weight: 1 }),
    ])
  })

  it('is depended on for what its services provide, and not for its Api once more', () => {
    expect(teamDependencies(organisation, ref('team:pay'), 'in')).toMatchObject([
      { team: 'team:default/shop', weight: 2 },
    ])
    expect(teamDependencies(organisation, ref('team:pay'), 'out')).toEqual([])
  })

  it('shows at most 100 of the dependencies that it counts, and nothing for nobody', () => {
    const many = Array.from({ length: 120 }, (_, at) => [
      `team:a OWNS service:a${at}`,
      `service:a${at} DEPENDS_ON service:b`,
    ])
    const [only] = teamDependencies(snapshotOf(graph(many.flat())), ref('team:a'), 'out')
    expect(only?.weight).toBe(120)
    expect(only?.pairs).toHaveLength(100)
    expect(teamDependencies(organisation, ref('team:none'), 'out')).toEqual([])
  })

  it('depends as its services do, in any graph and from both ends', () => {
    fc.assert(
      fc.property(anyBrokenGraph, fc.constantFrom(...teams), (its, team) => {
        const snapshot = snapshotOf(its)
        const pairs = naiveDependencies(its)
        const owners = (at: Ref) => summaryOf(snapshot, at)?.owners ?? []
        for (const direction of ['in', 'out'] as const) {
          const [near, far] = direction === 'out' ? (['from', 'to'] as const) : (['to', 'from'] as const)
          const own = pairs.filter((pair) => owners(pair[near]).includes(team))
          for (const { team: other, weight } of teamDependencies(snapshot, team, direction)) {
            const theirs = own.filter((pair) =>
              other === null ? owners(pair[far]).length === 0 : owners(pair[far]).includes(other),
            )
            expect(weight).toBe(theirs.length)
          }
          const others = new Set<Ref | null>(
            own.flatMap((pair): readonly (Ref | null)[] =>
              owners(pair[far]).length > 0 ? owners(pair[far]) : [null],
            ),
          )
          others.delete(team)
          expect(new Set(teamDependencies(snapshot, team, direction).map((it) => it.team))).toEqual(others)
        }
      }),
      { numRuns: 100 },
    )
  })
})
