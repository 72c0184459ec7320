import { confidences, type Ref } from '@alidade/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summaryOf } from '../snapshot/summary.ts'
import { anyBrokenGraph, everything } from '../testing/arbitrary-graph.ts'
import { entity, graph, ref, relation, snapshotOf } from '../testing/facts.ts'
import { compare } from '../testing/naive-graph.ts'
import { naiveSteps } from '../testing/naive-steps.ts'
import { reach } from './reach.ts'

const affectedBy = (relations: readonly Parameters<typeof graph>[0][number][], root: string) =>
  reach(snapshotOf(graph(relations)), [ref(root)], { direction: 'in', first: 100 })

describe('what a change reaches', () => {
  it('is what depends on it, however far, with a shortest way and who owns it', () => {
    const found = affectedBy(
      [
        'service:web CONSUMES api:shop',
        'service:shop PROVIDES api:shop',
        'service:shop DEPENDS_ON resource:db',
        'service:report DEPENDS_ON resource:db',
        'team:shop OWNS service:shop',
        'team:shop OWNS service:web',
        'person:ann OWNS service:web',
      ],
      'resource:db',
    )
    expect(found.total).toBe(3)
    expect(found.affected.map(({ ref: its, distance, path }) => [its, distance, path.length])).toEqual([
      ['service:default/report', 1, 2],
      ['service:default/shop', 1, 2],
      ['service:default/web', 2, 3],
    ])
    expect(found.affected[2]?.path).toEqual([
      'service:default/web',
      'service:default/shop',
      'resource:default/db',
    ])
    expect(found.owners).toEqual([
      {
        owner: 'team:default/shop',
        count: 2,
        nearest: 1,
        refs: ['service:default/shop', 'service:default/web'],
      },
      { owner: 'person:default/ann', count: 1, nearest: 2, refs: ['service:default/web'] },
      { owner: null, count: 1, nearest: 1, refs: ['service:default/report'] },
    ])
    expect(found.followed).toEqual({
      relationTypes: ['DEPENDS_ON', 'CONSUMES', 'PROVIDES'],
      confidences: ['contract', 'observed', 'declared', 'inferred'],
    })
  })

  it('of an operation is who consumes it, and who consumes its API without saying which operation', () => {
    const found = affectedBy(
      [
        'service:one CONSUMES api:shop#GET /a',
        'service:other CONSUMES api:shop#GET /b',
        'service:any CONSUMES api:shop',
        'service:both CONSUMES api:shop',
        'service:both CONSUMES api:shop#GET /b',
        'service:behind DEPENDS_ON service:one',
        'service:shop PROVIDES api:shop',
      ],
      'api:shop#GET /a',
    )
    expect(found.affected.map((it) => it.ref)).toEqual([
      'service:default/any',
      'service:default/one',
      'service:default/behind',
    ])
  })

  it('keeps to the confidences and the depth that are asked for', () => {
    const snapshot = snapshotOf(
      graph([
        relation('service:a DEPENDS_ON service:b', 'declared'),
        relation('service:b DEPENDS_ON service:c', 'inferred'),
        relation('service:c DEPENDS_ON service:d', 'declared'),
      ]),
    )
    const refsOf = (query: Partial<Parameters<typeof reach>[2]>) =>
      reach(snapshot, [ref('service:a')], { direction: 'out', first: 9, ...query }).affected.map(
        (it) => it.ref,
      )
    expect(refsOf({ confidences: ['declared'] })).toEqual(['service:default/b'])
    expect(refsOf({ depth: 2 })).toEqual(['service:default/b', 'service:default/c'])
    expect(refsOf({ depth: 0 })).toEqual([])
  })

  it('counts what it does not list, takes aliases, and passes over roots that there is nothing of', () => {
    const snapshot = snapshotOf(
      graph(
        ['service:a DEPENDS_ON service:db', 'service:b DEPENDS_ON service:db'],
        [entity('service:db', { aliases: ['service:old/db'] })],
      ),
    )
    const found = reach(snapshot, [ref('service:old/db'), ref('service:no')], { direction: 'in', first: 1 })
    expect(found).toMatchObject({ total: 2, affected: [{ ref: 'service:default/a' }] })
    expect(found.owners).toMatchObject([{ count: 2, refs: ['service:default/a'] }])
    expect(() => reach(snapshot, [], { direction: 'in', first: -1 })).toThrow(
      expect.objectContaining({ code: 'page-too-large' }),
    )
  })

  it('is what a plain walk finds, in any graph', () => {
    fc.assert(
      fc.property(
        anyBrokenGraph,
        fc.uniqueArray(fc.constantFrom(...everything), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('in' as const, 'out' as const),
        fc.integer({ min: 1, max: 4 }),
        (its, roots, direction, depth) => {
          const snapshot = snapshotOf(its)
          const found = reach(snapshot, roots, { direction, depth, first: 1_000 })
          const steps = naiveSteps(its)
          const known = roots.filter((root) => summaryOf(snapshot, root))
          const away = naiveDistances(known, (at) => steps[direction](at), depth)
          const expected = [...away]
            .filter(([, distance]) => distance > 0)
            .sort(([a, c], [b, d]) => c - d || compare(a, b))
          expect(found.affected.map((it) => [it.ref, it.distance])).toEqual(expected)
          for (const { ref: at, distance, path } of found.affected) {
            expect(path).toEqual(naivePath(at, distance, away, (next) => steps[direction](next)))
          }
          const owned = (owner: Ref | null): Ref[] =>
            expected
              .map(([it]) => it)
              .filter((it) => {
                const owners = summaryOf(snapshot, it)?.owners ?? []
                return owner === null ? owners.length === 0 : owners.includes(owner)
              })
          for (const { owner, count, nearest, refs } of found.owners) {
            expect(refs).toEqual(owned(owner))
            expect(count).toBe(refs.length)
            expect(nearest).toBe(away.get(refs[0] as Ref))
          }
          expect(found.followed.confidences).toEqual(confidences)
        },
      ),
      { numRuns: 150 },
    )
  })
})

function naiveDistances(
  roots: readonly Ref[],
  next: (at: Ref) => readonly Ref[],
  depth: number,
): Map<Ref, number> {
  const away = new Map(roots.map((root) => [root, 0]))
  for (const [at, distance] of away) {
    if (distance === depth) continue
    for (const other of next(at)) if (!away.has(other)) away.set(other, distance + 1)
  }
  return away
}

/** From it to a root: at each step the smallest of what is one nearer. */
function naivePath(
  from: Ref,
  distance: number,
  away: ReadonlyMap<Ref, number>,
  next: (at: Ref) => readonly Ref[],
): Ref[] {
  if (distance === 0) return [from]
  const nearer = [...away]
    .filter(([at, its]) => its === distance - 1 && next(at).includes(from))
    .map(([at]) => at)
    .sort(compare)
  return [from, ...naivePath(nearer[0] as Ref, distance - 1, away, next)]
}
