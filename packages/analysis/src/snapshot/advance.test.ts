import { emptyDelta } from '@alidade/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { list } from '../list/list.ts'
import { answersOf } from '../testing/answers.ts'
import { anyBrokenGraph, anyChange, deltaBetween } from '../testing/arbitrary-graph.ts'
import { entity, graph, ref, relation, snapshotOf } from '../testing/facts.ts'
import { dependencies } from '../walk/dependencies.ts'
import { advance, view } from './advance.ts'
import { buildSnapshot, startSnapshot } from './build.ts'
import { resolveRef, summaryOf } from './summary.ts'

const before = graph(['service:cart DEPENDS_ON service:stock', 'team:shop OWNS service:cart'])

describe('a snapshot that is moved forward', () => {
  it('knows what the commits added, under their revision', () => {
    const after = advance(
      snapshotOf(before),
      [
        { entities: [{ after: entity('service:price') }], relations: [] },
        { entities: [], relations: [{ after: relation('service:cart DEPENDS_ON service:price') }] },
      ],
      3,
    )
    expect(after).toMatchObject({ revision: 3, pending: false, entityCount: 4, relationCount: 3 })
    expect(dependencies(after, ref('service:cart'), 'out', { first: 9 }).items.map((its) => its.ref)).toEqual(
      ['service:default/price', 'service:default/stock'],
    )
  })

  it('leaves the older one as it was', () => {
    fc.assert(
      fc.property(anyChange, ({ before: old, after }) => {
        const older = snapshotOf(old)
        const answers = answersOf(older)
        advance(older, [deltaBetween(old, after)], 2)
        view(older, deltaBetween(old, after))
        expect(answersOf(older)).toEqual(answers)
      }),
      { numRuns: 50 },
    )
  })

  it('answers as one that is built from what there is then', () => {
    fc.assert(
      fc.property(anyChange, ({ before: old, after }) => {
        const moved = advance(snapshotOf(old, 1), [deltaBetween(old, after)], 2)
        expect(answersOf(moved)).toEqual(answersOf(snapshotOf(after, 2)))
      }),
      { numRuns: 200 },
    )
  })

  it('answers so after many changes one after the other, and after two that start from the same one', () => {
    fc.assert(
      fc.property(fc.array(anyBrokenGraph, { minLength: 2, maxLength: 5 }), ([first, ...others]) => {
        if (!first) return
        let known = first
        let at = snapshotOf(first, 0)
        for (const next of others) {
          const branch = advance(at, [deltaBetween(known, first)], 0)
          expect(answersOf(branch)).toEqual(answersOf(snapshotOf(first, 0)))
          at = advance(at, [deltaBetween(known, next)], 0)
          known = next
          expect(answersOf(at)).toEqual(answersOf(snapshotOf(next, 0)))
        }
      }),
      { numRuns: 50 },
    )
  })

  it('takes changes that it holds already for what they are', () => {
    fc.assert(
      fc.property(anyChange, ({ before: old, after }) => {
        const again = advance(snapshotOf(after, 2), [deltaBetween(old, after)], 2)
        expect(answersOf(again)).toEqual(answersOf(snapshotOf(after, 2)))
      }),
      { numRuns: 50 },
    )
  })
})

describe('a pending view', () => {
  it('is the snapshot itself without a delta', () => {
    const snapshot = snapshotOf(before)
    expect(view(snapshot)).toBe(snapshot)
    expect(view(snapshot, emptyDelta)).toMatchObject({ pending: true, revision: 1 })
  })

  it('answers as a snapshot of what there would be', () => {
    fc.assert(
      fc.property(anyChange, ({ before: old, after }) => {
        const pending = view(snapshotOf(old, 1), deltaBetween(old, after))
        expect(pending.pending).toBe(true)
        expect(answersOf(pending)).toEqual(answersOf(snapshotOf(after, 1)))
      }),
      { numRuns: 100 },
    )
  })

  it('keeps to itself what it adds', () => {
    const snapshot = snapshotOf(before)
    const refs = snapshot.texts.refs.size()
    view(snapshot, { entities: [{ after: entity('service:price') }], relations: [] })
    expect(snapshot.texts.refs.size()).toBe(refs)
    const after = advance(snapshot, [{ entities: [{ after: entity('service:tax') }], relations: [] }], 2)
    expect(resolveRef(after, ref('service:price'))).toBeUndefined()
    expect(summaryOf(after, ref('service:tax'))?.name).toBe('tax')
  })

  it('shows a relation to what it removes, with an end that does not exist', () => {
    const pending = view(snapshotOf(before), {
      entities: [{ before: entity('service:stock') }],
      relations: [],
    })
    expect(dependencies(pending, ref('service:cart'), 'out', { first: 9 }).items).toMatchObject([
      { ref: 'service:default/stock' },
    ])
    expect(summaryOf(pending, ref('service:stock'))).toMatchObject({
      exists: false,
      kind: 'Service',
      name: 'stock',
      callers: 1,
    })
    expect(list(pending, { first: 9 }).items.map((item) => item.ref)).toEqual([
      'service:default/cart',
      'team:default/shop',
    ])
  })
})

describe('a scan', () => {
  it('may come in any order, and twice: the last counts', () => {
    const { entities, relations } = before
    const builder = startSnapshot()
    const [cart] = entities.filter((it) => it.ref === ref('service:cart'))
    builder.addRelations([
      { ...relation('service:cart DEPENDS_ON service:stock'), confidence: 'inferred', places: 9 },
    ])
    if (cart) builder.addEntities([{ ...cart, aliases: [], differs: [], name: 'older' }])
    builder.addRelations(relations.map((its) => ({ ...its, confidence: 'declared' as const, places: 1 })))
    builder.addEntities(entities.map((its) => ({ ...its, aliases: [], differs: [] })))
    expect(answersOf(builder.finish(1))).toEqual(answersOf(snapshotOf(before)))
  })

  it('of nothing is an empty graph', () => {
    const empty = buildSnapshot({ revision: 0, entities: [], relations: [] })
    expect(empty).toMatchObject({ entityCount: 0, relationCount: 0, revision: 0 })
    expect(list(empty, { first: 1 })).toEqual({ total: 0, items: [], before: 0, after: 0 })
  })
})

it('answers the same after changes enough that all rows are written anew', () => {
  const chain = (length: number, step: number) =>
    graph(Array.from({ length }, (_, at) => `service:n${at} DEPENDS_ON service:n${(at + step) % length}`))
  const [old, next] = [chain(3_000, 1), chain(3_000, 7)]
  const moved = advance(snapshotOf(old), [deltaBetween(old, next)], 2)
  const built = snapshotOf(next, 2)
  expect(moved.out.patched.size).toBe(0)
  for (const view of [moved, built]) expect(view.relationCount).toBe(3_000)
  for (const at of ['n0', 'n1', 'n2999']) {
    const callers = [moved, built].map((view) => dependencies(view, ref(`service:${at}`), 'in', { first: 9 }))
    expect(callers[0]).toEqual(callers[1])
  }
})
