import { expect, it } from 'vitest'
import { view } from '../snapshot/advance.ts'
import { entity, graph, snapshotOf } from '../testing/facts.ts'
import { stats } from './stats.ts'

const organisation = snapshotOf(
  graph(
    ['service:a DEPENDS_ON service:b', 'team:t OWNS service:a'],
    [entity('service:b', { unresolved: true })],
  ),
  7,
)

it('counts what there is, by kind, and how much of it nothing describes', () => {
  expect(stats(organisation)).toEqual({
    revision: 7,
    entityCount: 3,
    relationCount: 2,
    unresolvedCount: 1,
    kinds: [
      { kind: 'Team', count: 1, unresolved: 0 },
      { kind: 'Service', count: 2, unresolved: 1 },
    ],
  })
})

it('does not count a broken end', () => {
  const without = view(organisation, { entities: [{ before: entity('service:b') }], relations: [] })
  expect(stats(without)).toMatchObject({ entityCount: 2, relationCount: 2, unresolvedCount: 0 })
})
