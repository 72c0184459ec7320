import type { Ref, RelationType } from '@alidade/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GroupBy, groupings } from '../groups/group-by.ts'
import { summaryOf } from '../snapshot/summary.ts'
import type { View } from '../snapshot/view.ts'
import { anyBrokenGraph, everything } from '../testing/arbitrary-graph.ts'
import { type Graph, graph, ref, relation, snapshotOf } from '../testing/facts.ts'
import { isApi, naiveDependency } from '../testing/naive-graph.ts'
import { naiveSteps } from '../testing/naive-steps.ts'
import { type NeighbourhoodQuery, neighbourhood } from './neighbourhood.ts'

const around = (of: Parameters<typeof graph>[0], root: string, query: Partial<NeighbourhoodQuery> = {}) =>
  neighbourhood(snapshotOf(graph(of)), {
    roots: [ref(root)],
    depth: 1,
    direction: 'both',
    first: 100,
    ...query,
  })

const shop = [
  'service:web CONSUMES api:cart',
  'service:app CONSUMES api:cart#GET /',
  'service:cart PROVIDES api:cart',
  relation('service:cart DEPENDS_ON resource:db', 'inferred'),
  'service:report DEPENDS_ON resource:db',
]

describe('a neighbourhood', () => {
  it('has callers at negative distances, callees at positive ones, and the edges between them', () => {
    const found = around(shop, 'service:cart')
    expect(found.nodes.map((node) => [node.key, node.distance, node.root])).toEqual([
      ['service:default/cart', 0, true],
      ['resource:default/db', 1, false],
      ['service:default/app', -1, false],
      ['service:default/web', -1, false],
    ])
    expect(found.edges.map((edge) => [edge.from, edge.to, edge.weight, edge.types])).toEqual([
      ['service:default/app', 'service:default/cart', 2, ['PROVIDES', 'CONSUMES']],
      ['service:default/cart', 'resource:default/db', 1, ['DEPENDS_ON']],
      ['service:default/web', 'service:default/cart', 2, ['PROVIDES', 'CONSUMES']],
    ])
    expect(found).toMatchObject({ total: 4, hidden: [] })
  })

  it('does not go there and back: what else a callee is used by is only counted', () => {
    const found = around(shop, 'service:cart', { depth: 5 })
    expect(found.nodes.map((node) => node.key)).not.toContain('service:default/report')
    expect(found.nodes.find((node) => node.key === 'resource:default/db')).toMatchObject({ hiddenIn: 1 })
  })

  it('goes through an Api that is shown', () => {
    const found = around(shop, 'api:cart')
    expect(found.edges.map((edge) => [edge.from, edge.to, edge.types])).toEqual([
      ['api:default/cart', 'service:default/cart', ['PROVIDES']],
      ['service:default/app', 'api:default/cart', ['CONSUMES']],
      ['service:default/web', 'api:default/cart', ['CONSUMES']],
    ])
  })

  it('counts by distance what it has no room for, and at each node what is not shown', () => {
    const found = around(shop, 'service:cart', { first: 2 })
    expect(found.nodes).toMatchObject([
      { key: 'service:default/cart', hiddenIn: 2, hiddenOut: 0 },
      { key: 'resource:default/db' },
    ])
    expect(found).toMatchObject({ total: 4, hidden: [{ distance: -1, count: 2 }] })
    expect(found.edges).toHaveLength(1)
    expect(() => around(shop, 'service:cart', { first: 0 })).toThrow(
      expect.objectContaining({ code: 'page-too-large' }),
    )
    expect(() => around(shop, 'service:cart', { first: 1_001 })).toThrow(
      expect.objectContaining({ code: 'page-too-large' }),
    )
  })

  it('shares its room out between the sides and distances, so that each leads on from what is shown', () => {
    const callers = Array.from({ length: 9 }, (_, number) => `service:a${number} DEPENDS_ON service:hub`)
    const found = around(
      [
        ...callers,
        'service:hub DEPENDS_ON service:x',
        'service:hub DEPENDS_ON service:y',
        'service:hub DEPENDS_ON service:z',
        'service:far1 DEPENDS_ON service:a9',
        'service:a9 DEPENDS_ON service:hub',
        'service:far2 DEPENDS_ON service:a1',
      ],
      'service:hub',
      { depth: 2, first: 8 },
    )
    const columns = Map.groupBy(found.nodes, (node) => node.distance)
    const names = (distance: number) => columns.get(distance)?.map(({ key }) => key.slice(16))
    expect([names(-2), names(-1), names(1)]).toEqual([
      ['far1', 'far2'],
      ['a0', 'a1'],
      ['x', 'y', 'z'],
    ])
    expect(found).toMatchObject({ total: 16, hidden: [{ distance: -1, count: 8 }] })

    const narrower = around(
      [
        'service:a DEPENDS_ON service:hub',
        'service:b DEPENDS_ON service:hub',
        'service:c DEPENDS_ON service:b',
        'service:z DEPENDS_ON service:a',
      ],
      'service:hub',
      { depth: 2, first: 3 },
    )
    expect(narrower.nodes.map(({ key }) => key.slice(16))).toEqual(['hub', 'a', 'z'])
  })

  it('walks stored relations of the types that are asked for', () => {
    const found = around(
      ['person:ann MEMBER_OF team:pay', 'team:pay OWNS service:a', 'service:a DEPENDS_ON service:b'],
      'team:pay',
      { relationTypes: ['MEMBER_OF', 'OWNS'], depth: 2 },
    )
    expect(found.edges.map((edge) => [edge.from, edge.types, edge.to])).toEqual([
      ['person:default/ann', ['MEMBER_OF'], 'team:default/pay'],
      ['team:default/pay', ['OWNS'], 'service:default/a'],
    ])
  })

  it('puts together what has the same owner, each relation counted once', () => {
    const found = around(
      [
        'team:pay OWNS service:a',
        'team:pay OWNS service:b',
        'service:root CONSUMES api:x',
        'service:a PROVIDES api:x',
        'service:b PROVIDES api:x',
        'service:root DEPENDS_ON service:c',
        'service:b DEPENDS_ON service:c',
        'service:b DEPENDS_ON service:a',
      ],
      'service:root',
      { groupBy: 'team' },
    )
    expect(found.nodes).toMatchObject([
      { key: 'service:default/root', ref: 'service:default/root', group: null, groupSize: 0 },
      { key: 'none', ref: null, group: null, groupSize: 1 },
      { key: 'team:default/pay', ref: null, group: 'team:default/pay', groupSize: 2, distance: 1 },
    ])
    expect(found.edges.map((edge) => [edge.from, edge.to, edge.weight])).toEqual([
      ['service:default/root', 'none', 1],
      ['service:default/root', 'team:default/pay', 3],
      ['team:default/pay', 'none', 1],
    ])
  })

  it('tells a team that is a root from the group of what it owns', () => {
    const found = around(['team:pay OWNS service:a'], 'team:pay', {
      relationTypes: ['OWNS'],
      groupBy: 'team',
    })
    expect(found.nodes.map((node) => node.key)).toEqual(['team:default/pay', 'group team:default/pay'])
    expect(found.edges).toMatchObject([{ from: 'team:default/pay', to: 'group team:default/pay' }])
  })

  it('leaves out roots that there is nothing of', () => {
    expect(around(shop, 'service:nobody')).toEqual({ nodes: [], edges: [], total: 0, hidden: [] })
  })

  it('is what a plain walk finds, in any graph, with nothing lost', () => {
    const roots = fc.uniqueArray(fc.constantFrom(...everything), { minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(
        anyBrokenGraph,
        fc.record({
          roots,
          depth: fc.integer({ min: 0, max: 3 }),
          direction: fc.constantFrom('in', 'out', 'both'),
          first: fc.integer({ min: 1, max: 12 }),
        }),
        fc.option(fc.constantFrom(...groupings), { nil: undefined }),
        fc.option(fc.subarray<RelationType>(['DEPENDS_ON', 'OWNS', 'PART_OF', 'CONSUMES']), {
          nil: undefined,
        }),
        (its, base, groupBy, relationTypes) => {
          const view = snapshotOf(its)
          const query = { ...base, ...(groupBy && { groupBy }), ...(relationTypes && { relationTypes }) }
          const found = neighbourhood(view, query)
          const next = relationTypes ? storedSteps(its, relationTypes) : naiveSteps(its)
          const away = naiveAround(view, next, query)
          const members = Map.groupBy(away.keys(), (at) => naiveKey(view, at, away, groupBy))

          expect(found.total).toBe(members.size)
          expect(found.nodes).toHaveLength(Math.min(members.size, query.first))
          expect(found.hidden.reduce((sum, { count }) => sum + count, found.nodes.length)).toBe(found.total)
          expect(found.nodes.map(({ key }) => key)).toEqual(naiveChoice(members, away, next, query.first))
          const shown = new Set(found.nodes.flatMap((node) => members.get(node.key) ?? []))
          for (const node of found.nodes) {
            const own = members.get(node.key) ?? []
            expect(Math.abs(node.distance)).toBe(Math.min(...own.map((at) => Math.abs(away.get(at) ?? NaN))))
            expect(node.groupSize).toBe(node.ref ? 0 : own.length)
            const missing = (direction: 'in' | 'out') =>
              new Set(own.flatMap((at) => next[direction](at)).filter((at) => !shown.has(at))).size
            expect([node.hiddenIn, node.hiddenOut]).toEqual([missing('in'), missing('out')])
          }
          const alone = new Set(found.nodes.flatMap((node) => node.ref ?? []))
          const keyOf = (at: Ref) => (shown.has(at) ? naiveKey(view, at, away, groupBy) : undefined)
          const expected = relationTypes
            ? its.relations
                .filter((it) => relationTypes.includes(it.type))
                .map(({ from, to }) => ({ from, to }))
            : dependencyPairs(its, alone, next)
          const edges = expected.flatMap(({ from, to }) => {
            const [a, b] = [keyOf(from), keyOf(to)]
            return a === undefined || b === undefined || a === b ? [] : [`${a}\n${b}`]
          })
          expect(found.edges.map((edge) => `${edge.from}\n${edge.to}`).sort()).toEqual(
            [...new Set(edges)].sort(),
          )
          for (const edge of found.edges) {
            expect(edge.relations).toHaveLength(edge.weight)
            expect(new Set(edge.relations.map((head) => JSON.stringify(head))).size).toBe(edge.weight)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

interface Steps {
  in(at: Ref): readonly Ref[]
  out(at: Ref): readonly Ref[]
}

function storedSteps({ relations }: Graph, types: readonly RelationType[]): Steps {
  const told = relations.filter((it) => types.includes(it.type) && it.from !== it.to)
  return {
    in: (at) => told.filter((it) => it.to === at).map((it) => it.from),
    out: (at) => told.filter((it) => it.from === at).map((it) => it.to),
  }
}

/** Signed distances of all that is within the depth. */
function naiveAround(
  view: View,
  next: Steps,
  { roots, depth, direction }: NeighbourhoodQuery,
): Map<Ref, number> {
  const walk = (way: 'in' | 'out'): Map<Ref, number> => {
    const away = new Map(roots.filter((root) => summaryOf(view, root)).map((root) => [root, 0]))
    for (const [at, distance] of away) {
      if (distance === depth || (direction !== 'both' && direction !== way)) continue
      for (const other of next[way](at)) if (!away.has(other)) away.set(other, distance + 1)
    }
    return away
  }
  const [callers, callees] = [walk('in'), walk('out')]
  const all = new Map<Ref, number>()
  for (const at of new Set([...callers.keys(), ...callees.keys()])) {
    const [into, out] = [
      callers.get(at) ?? Number.POSITIVE_INFINITY,
      callees.get(at) ?? Number.POSITIVE_INFINITY,
    ]
    all.set(at, out <= into ? out : -into)
  }
  return all
}

/** The keys of the nodes that are shown, in order: columns take one in turn, and each the best of what is left to it. */
function naiveChoice(
  members: ReadonlyMap<string, readonly Ref[]>,
  away: ReadonlyMap<Ref, number>,
  next: Steps,
  first: number,
): string[] {
  const distanceOf = (key: string) =>
    Math.max(
      ...(members.get(key) ?? [])
        .map((at) => away.get(at) ?? NaN)
        .filter((distance, _, all) => Math.abs(distance) === Math.min(...all.map(Math.abs))),
    )
  const inOrder = [...members.keys()].sort(
    (a, b) => Math.abs(distanceOf(a)) - Math.abs(distanceOf(b)) || (a < b ? -1 : 1),
  )
  const distances = [...new Set(inOrder.map(distanceOf))].sort((a, b) => Math.abs(a) - Math.abs(b) || b - a)
  const room = new Map<number, number>()
  const sizeOf = (distance: number) => inOrder.filter((key) => distanceOf(key) === distance).length
  room.set(0, Math.min(first, sizeOf(0)))
  for (let left = first - (room.get(0) ?? 0), took = true; left > 0 && took; ) {
    took = false
    for (const distance of distances) {
      const has = room.get(distance) ?? 0
      if (left === 0 || has === sizeOf(distance)) continue
      room.set(distance, has + 1)
      left--
      took = true
    }
  }
  const chosen = new Set<string>()
  for (const distance of distances) {
    const inColumn = inOrder.filter((key) => distanceOf(key) === distance)
    const nearer = [...chosen].filter((key) => distanceOf(key) === distance - Math.sign(distance))
    const leads = (key: string) =>
      nearer.some((other) =>
        (members.get(other) ?? []).some((at) =>
          next[distance < 0 ? 'in' : 'out'](at).some((it) => members.get(key)?.includes(it)),
        ),
      )
    const best = [...inColumn.filter(leads), ...inColumn.filter((key) => !leads(key))]
    for (const key of best.slice(0, room.get(distance) ?? 0)) chosen.add(key)
  }
  return inOrder.filter((key) => chosen.has(key))
}

function naiveKey(view: View, at: Ref, away: ReadonlyMap<Ref, number>, groupBy: GroupBy | undefined): string {
  if (!groupBy || away.get(at) === 0) return at
  const summary = summaryOf(view, at)
  const own = { team: ['Team', 'Person'], system: ['System'], domain: ['Domain'] }[groupBy]
  const group = own.includes(summary?.kind ?? '')
    ? at
    : groupBy === 'team'
      ? summary?.owners[0]
      : summary?.[groupBy]
  if (!group) return 'none'
  return away.get(group) === 0 ? `group ${group}` : group
}

/** Dependencies, of which those through an Api that is shown by itself stand as its own two steps. */
function dependencyPairs(its: Graph, alone: ReadonlySet<Ref>, next: Steps): { from: Ref; to: Ref }[] {
  const through = [...alone].filter((at) => isApi(at) || at.includes('#'))
  const without = {
    ...its,
    // What is left when nothing can be had through the Apis that are shown.
    relations: its.relations.filter(
      (it) => !(it.type === 'PROVIDES' && alone.has((it.to.split('#')[0] ?? '') as Ref)),
    ),
  }
  const refs = everything.flatMap((from) => everything.map((to) => ({ from, to })))
  return [
    ...refs.filter(({ from, to }) => naiveDependency(without, from, to)),
    ...through.flatMap((at) => [
      ...next.in(at).map((from) => ({ from, to: at })),
      ...next.out(at).map((to) => ({ from: at, to })),
    ]),
  ]
}
