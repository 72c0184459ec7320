import { describe, expect, test } from 'vitest'
import type { Commit, GraphStore } from '../graph-store.ts'
import { add, collect, commitOf, entity, reading, relation, service, team } from './sample-facts.ts'
import type { StoreToTest } from './store-to-test.ts'
import { withStore } from './with-store.ts'

const [cart, pay, shop, ghost] = [service('cart'), service('pay'), team('shop'), service('ghost')]
const depends = relation(cart, 'DEPENDS_ON', pay)

const delta = (content: Partial<NonNullable<Commit['delta']>>) =>
  commitOf({ delta: { entities: [], relations: [], ...content } })

/** Commits it together with something that would be seen, and expects that nothing of it was done. */
async function refused(store: GraphStore, commit: Commit, why: object): Promise<void> {
  const before = await store.revision()
  const witness = reading('acme/x/y', 'witness.yaml', [[shop, 'witness']])
  const seen = {
    ...commit,
    delta: {
      entities: [{ after: entity(service('witness')) }, ...(commit.delta?.entities ?? [])],
      relations: commit.delta?.relations ?? [],
    },
    readings: { put: [witness] },
    records: [{ stream: 'witness', value: 1 }],
  }
  await expect(store.commit(seen)).rejects.toMatchObject(why)
  expect(await store.revision()).toBe(before)
  expect(await store.entities([service('witness')])).toEqual([undefined])
  expect(await store.readings([witness])).toEqual([undefined])
  expect(await store.statementsByKey(['witness'])).toEqual([])
  expect(await store.records({ stream: 'witness', after: 0, limit: 1 })).toEqual([])
  expect((await store.changes({ since: before, limit: 1 })).commits).toEqual([])
}

const conflict = { code: 'commit-conflict' }

export function specifyCommit(store: StoreToTest): void {
  describe('commit', () => {
    test(
      'counts revisions from 0, one for each commit, also for one that says nothing',
      withStore(store, async (store) => {
        expect(await store.revision()).toBe(0)
        expect(await add(store, entity(cart))).toBe(1)
        expect(await store.commit(commitOf({}))).toBe(2)
        expect(await store.revision()).toBe(2)
      }),
    )

    test(
      'applies the same commit once, however often it is sent and whatever came between',
      withStore(store, async (store) => {
        const first = commitOf({
          delta: { entities: [{ after: entity(cart) }], relations: [] },
          records: [{ stream: 'runs', value: 1 }],
          expectedRevision: 0,
        })
        expect(await store.commit(first)).toBe(1)
        expect(await add(store, entity(pay))).toBe(2)
        expect(await store.commit(first)).toBe(1)
        expect(await store.revision()).toBe(2)
        expect(await store.records({ stream: 'runs', after: 0, limit: 9 })).toHaveLength(1)
      }),
    )

    test(
      'takes entities with the relations between them, and both away again at once',
      withStore(store, async (store) => {
        await add(store, depends, entity(cart), entity(pay))
        expect(await store.relations([depends])).toEqual([depends])
        const gone = [{ before: entity(cart) }, { before: entity(pay) }]
        await store.commit(delta({ entities: gone, relations: [{ before: depends }] }))
        expect(await store.entities([cart, pay])).toEqual([undefined, undefined])
        expect(await collect(store.scan())).toEqual([])
      }),
    )

    test(
      'is refused at another revision than it expects',
      withStore(store, async (store) => {
        await add(store, entity(cart))
        await refused(store, commitOf({ expectedRevision: 0 }), conflict)
        await refused(store, commitOf({ expectedRevision: 2 }), conflict)
        expect(await store.commit(commitOf({ expectedRevision: 1 }))).toBe(2)
      }),
    )

    test(
      'is refused when something is there that it takes for new, or not there that it would change or remove',
      withStore(store, async (store) => {
        await add(store, entity(cart), entity(pay), depends)
        const other = relation(pay, 'DEPENDS_ON', cart)
        await refused(store, delta({ entities: [{ after: entity(cart) }] }), conflict)
        await refused(store, delta({ entities: [{ before: entity(ghost), after: entity(ghost) }] }), conflict)
        await refused(store, delta({ entities: [{ before: entity(ghost) }] }), conflict)
        await refused(store, delta({ relations: [{ after: depends }] }), conflict)
        await refused(store, delta({ relations: [{ before: other, after: other }] }), conflict)
        await refused(store, delta({ relations: [{ before: other }] }), conflict)
      }),
    )

    test(
      'is refused when a relation has an end that is neither stored nor in it',
      withStore(store, async (store) => {
        await add(store, entity(cart))
        await refused(store, delta({ relations: [{ after: relation(cart, 'DEPENDS_ON', ghost) }] }), {
          name: 'Error',
        })
        await refused(store, delta({ relations: [{ after: relation(ghost, 'DEPENDS_ON', cart) }] }), {
          name: 'Error',
        })
      }),
    )

    test(
      'is refused when an entity goes that still has relations',
      withStore(store, async (store) => {
        await add(store, entity(cart), entity(pay), depends)
        await refused(store, delta({ entities: [{ before: entity(cart) }] }), { name: 'Error' })
        await refused(store, delta({ entities: [{ before: entity(pay) }] }), { name: 'Error' })
        const goes = {
          entities: [{ before: entity(pay) }],
          relations: [{ after: relation(pay, 'RELATES_TO', cart) }],
        }
        await refused(store, delta(goes), { name: 'Error' })
      }),
    )

    test(
      'takes 5,000 changes of facts and refuses more',
      withStore(store, async (store) => {
        const entities = Array.from({ length: 5_000 }, (_, n) => ({ after: entity(service(`s${n}`)) }))
        const more = [...entities, { after: entity(cart) }]
        await expect(store.commit(delta({ entities: more }))).rejects.toMatchObject({
          code: 'commit-too-large',
        })
        expect(await store.commit(delta({ entities }))).toBe(1)
      }),
    )

    test(
      'is refused when it contradicts itself',
      withStore(store, async (store) => {
        const same = { after: entity(cart) }
        const put = [reading('a/b', 'c', [[cart, 'k']])]
        for (const commit of [
          delta({ entities: [same, same] }),
          delta({ entities: [{}] }),
          delta({ entities: [{ before: entity(cart), after: entity(pay) }] }),
          commitOf({ readings: { put, remove: put } }),
          commitOf({ readings: { put: put.map((reading) => ({ ...reading, keys: [] })) } }),
          commitOf({ at: 'yesterday' }),
        ]) {
          await expect(store.commit(commit)).rejects.toMatchObject({ name: 'Error' })
        }
        expect(await store.revision()).toBe(0)
      }),
    )

    test('serves nothing more once it is closed', async () => {
      const opened = await store.open()
      await opened.close()
      await expect(opened.commit(commitOf({}))).rejects.toThrow(/closed/)
      await expect(opened.revision()).rejects.toThrow(/closed/)
      await opened.close()
    })

    test('waits on close for what is under way', async () => {
      const opened = await store.open()
      const commit = add(opened, entity(cart))
      await opened.close()
      expect(await commit).toBe(1)
    })
  })
}
