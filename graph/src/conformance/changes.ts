import { describe, expect, test } from 'vitest'
import type { Commit, GraphStore } from '../graph-store.ts'
import { add, commitOf, entity, place, relation, service, team } from './sample-facts.ts'
import type { StoreToTest } from './store-to-test.ts'
import { withStore } from './with-store.ts'

const [cart, pay, shop] = [service('cart'), service('pay'), team('shop')]
const depends = relation(cart, 'DEPENDS_ON', pay)
const none = { entities: [], relations: [] }

async function commitAll(
  store: GraphStore,
  ...deltas: Partial<NonNullable<Commit['delta']>>[]
): Promise<Commit[]> {
  const commits = deltas.map((delta) => commitOf({ delta: { ...none, ...delta } }))
  for (const commit of commits) await store.commit(commit)
  return commits
}

/** As the log shows it. */
const logged = ({ id, actor, at, delta = none }: Commit, revision: number) => ({
  revision,
  id,
  actor,
  at,
  delta,
})

export function specifyChanges(store: StoreToTest): void {
  describe('changes', () => {
    test(
      'gives what commits changed since a revision, before and after, oldest first',
      withStore(store, async (store) => {
        const renamed = entity(cart, { name: 'Basket' })
        const [first, second, third] = (await commitAll(
          store,
          { entities: [{ after: entity(cart) }, { after: entity(pay) }], relations: [{ after: depends }] },
          { entities: [{ before: entity(cart), after: renamed }] },
          { entities: [{ before: entity(pay) }], relations: [{ before: depends }] },
        )) as [Commit, Commit, Commit]
        expect(await store.changes({ since: 0, limit: 100 })).toEqual({
          commits: [logged(first, 1), logged(second, 2), logged(third, 3)],
          until: 3,
          more: false,
        })
        expect(await store.changes({ since: 2, limit: 100 })).toEqual({
          commits: [logged(third, 3)],
          until: 3,
          more: false,
        })
        expect(await store.changes({ since: 3, limit: 100 })).toEqual({ commits: [], until: 3, more: false })
      }),
    )

    test(
      'leaves out what is none of the facts, and commits of nothing else',
      withStore(store, async (store) => {
        const at = (line: number, name: string) => {
          const evidence = [place('catalog-info.yaml', { line })]
          const said = { properties: {}, labels: {}, annotations: {} }
          return entity(cart, { name, statements: [{ source: 'a', ...said, evidence, moreEvidence: 0 }] })
        }
        const moved = relation(cart, 'DEPENDS_ON', pay, {
          evidence: [place('catalog-info.yaml', { line: 9 })],
        })
        await add(store, at(1, 'cart'), entity(pay), depends)
        await commitAll(store, { entities: [{ before: at(1, 'cart'), after: at(2, 'cart') }] })
        await store.commit(commitOf({ records: [{ stream: 'runs', value: 1 }] }))
        const [mixed] = (await commitAll(store, {
          entities: [{ before: at(2, 'cart'), after: at(3, 'Basket') }],
          relations: [{ before: depends, after: moved }],
        })) as [Commit]
        expect(await store.entities([cart])).toEqual([at(3, 'Basket')])
        expect(await store.relations([depends])).toEqual([moved])
        const { commits, until } = await store.changes({ since: 1, limit: 100 })
        expect(commits).toEqual([
          { ...logged(mixed, 4), delta: { ...none, entities: mixed.delta?.entities } },
        ])
        expect(until).toBe(4)
      }),
    )

    test(
      'gives whole commits until the limit is reached, and says whether there is more',
      withStore(store, async (store) => {
        await commitAll(
          store,
          { entities: [{ after: entity(cart) }, { after: entity(pay) }] },
          { relations: [{ after: depends }] },
          { entities: [{ after: entity(shop) }] },
        )
        await store.commit(commitOf({}))
        const page = async (since: number, limit: number) => {
          const { commits, until, more } = await store.changes({ since, limit })
          return { revisions: commits.map(({ revision }) => revision), until, more }
        }
        expect(await page(0, 1)).toEqual({ revisions: [1], until: 1, more: true })
        expect(await page(0, 2)).toEqual({ revisions: [1], until: 1, more: true })
        expect(await page(0, 3)).toEqual({ revisions: [1, 2], until: 2, more: true })
        expect(await page(2, 1)).toEqual({ revisions: [3], until: 4, more: false })
        await expect(page(0, 0)).rejects.toThrow(RangeError)
      }),
    )

    test(
      'gives only the changes of the entities asked for, and of relations at them',
      withStore(store, async (store) => {
        const owns = relation(shop, 'OWNS', pay)
        await commitAll(
          store,
          {
            entities: [cart, pay, shop].map((ref) => ({ after: entity(ref) })),
            relations: [{ after: depends }],
          },
          { relations: [{ after: owns }] },
          { entities: [{ before: entity(pay), after: entity(pay, { name: 'Pay' }) }] },
        )
        const of = async (...refs: Parameters<typeof store.entities>[0]) => {
          const { commits, until } = await store.changes({ since: 0, limit: 100, refs })
          expect(until).toBe(3)
          return commits.map(({ revision, delta }) => [
            revision,
            delta.entities.length,
            delta.relations.length,
          ])
        }
        expect(await of(cart)).toEqual([[1, 1, 1]])
        expect(await of(shop)).toEqual([
          [1, 1, 0],
          [2, 0, 1],
        ])
        expect(await of(pay)).toEqual([
          [1, 1, 1],
          [2, 0, 1],
          [3, 1, 0],
        ])
        expect(await of(shop, cart)).toEqual([
          [1, 2, 1],
          [2, 0, 1],
        ])
        expect(await of(service('nobody'))).toEqual([])
        expect(await of()).toEqual([])
      }),
    )

    test(
      'finds one entity in large commits, page by page',
      withStore(store, async (store) => {
        const many = Array.from({ length: 1_000 }, (_, n) => entity(service(`s${n}`)))
        await add(store, ...many)
        const again = many.map((before) => ({ before, after: { ...before, name: 'again' } }))
        await commitAll(store, { entities: again }, { entities: again.slice(0, 500) })
        const refs = [service('s700')]
        const first = await store.changes({ since: 0, limit: 1, refs })
        expect(first).toMatchObject({
          commits: [{ revision: 1, delta: { entities: [{ after: many[700] }] } }],
          more: true,
        })
        const second = await store.changes({ since: first.until, limit: 1, refs })
        expect(second).toMatchObject({
          commits: [{ revision: 2, delta: { entities: [again[700]] } }],
          more: false,
        })
        expect(second.until).toBe(3)
      }),
    )

    test(
      'goes back 180 days from the newest commit and refuses what is older',
      withStore(store, async (store) => {
        const change = (ref: typeof cart, at: string) =>
          store.commit(commitOf({ at, delta: { ...none, entities: [{ after: entity(ref) }] } }))
        await change(cart, '2026-01-01T00:00:00.000Z')
        await change(pay, '2026-01-02T00:00:00.000Z')
        await change(shop, '2026-06-30T00:00:00.000Z')
        expect((await store.changes({ since: 0, limit: 9 })).commits).toHaveLength(3)
        await change(service('mail'), '2026-06-30T00:00:00.001Z')
        await expect(store.changes({ since: 0, limit: 9 })).rejects.toMatchObject({
          code: 'revision-too-old',
        })
        await expect(store.changes({ since: 0, limit: 9, refs: [shop] })).rejects.toMatchObject({
          code: 'revision-too-old',
        })
        expect((await store.changes({ since: 1, limit: 9 })).commits).toHaveLength(3)
        await change(service('web'), '2027-06-01T00:00:00.000Z')
        expect((await store.changes({ since: 4, limit: 9 })).commits).toHaveLength(1)
        expect(await store.changes({ since: 4, limit: 9, refs: [cart] })).toEqual({
          commits: [],
          until: 5,
          more: false,
        })
        await expect(store.changes({ since: 3, limit: 9 })).rejects.toMatchObject({
          code: 'revision-too-old',
        })
      }),
    )

    test(
      'knows a commit whose log is gone: sent again it is not applied',
      withStore(store, async (store) => {
        const old = commitOf({
          at: '2026-01-01T00:00:00.000Z',
          delta: { ...none, entities: [{ after: entity(cart) }] },
        })
        await store.commit(old)
        await add(store, entity(pay))
        expect(await store.commit(old)).toBe(1)
      }),
    )
  })
}
