import { describe, expect, test } from 'vitest'
import { add, commitOf, entity, service } from './sample-facts.ts'
import type { StoreToTest } from './store-to-test.ts'
import { withStore } from './with-store.ts'

const names = Array.from({ length: 8 }, (_, n) => `s${n}`)

export function specifyConcurrency(store: StoreToTest): void {
  describe('at the same time', () => {
    test(
      'of commits that expect the same revision, one wins',
      withStore(store, async (store) => {
        const commits = names.map((name) =>
          commitOf({
            expectedRevision: 0,
            delta: { entities: [{ after: entity(service(name)) }], relations: [] },
          }),
        )
        const results = await Promise.allSettled(commits.map((commit) => store.commit(commit)))
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        for (const result of results) {
          if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'commit-conflict' })
        }
        expect(await store.revision()).toBe(1)
        expect((await store.entities(names.map(service))).filter(Boolean)).toHaveLength(1)
      }),
    )

    test(
      'of commits that take the same thing for new, one wins',
      withStore(store, async (store) => {
        const results = await Promise.allSettled(
          names.map((name) => add(store, entity(service('cart'), { name }))),
        )
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        for (const result of results) {
          if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'commit-conflict' })
        }
      }),
    )

    test(
      'commits that have nothing to do with each other all succeed, each with its own revision',
      withStore(store, async (store) => {
        const revisions = await Promise.all(names.map((name) => add(store, entity(service(name)))))
        expect([...revisions].sort()).toEqual(names.map((_, n) => n + 1))
        const { commits } = await store.changes({ since: 0, limit: 100 })
        expect(commits.map(({ revision }) => revision)).toEqual(names.map((_, n) => n + 1))
      }),
    )

    test(
      'the same commit sent several times is applied once',
      withStore(store, async (store) => {
        const commit = commitOf({ delta: { entities: [{ after: entity(service('cart')) }], relations: [] } })
        expect(await Promise.all(names.map(() => store.commit(commit)))).toEqual(names.map(() => 1))
      }),
    )

    test(
      'a lease has one holder',
      withStore(store, async (store) => {
        const answers = await Promise.all(names.map((name) => store.acquireLease('import', name, 60_000)))
        expect(answers.filter((answer) => answer === undefined)).toHaveLength(1)
      }),
    )

    test(
      'who was answered sees what was committed',
      withStore(store, async (store) => {
        for (const name of names) {
          const revision = await add(store, entity(service(name)))
          expect(await store.revision()).toBe(revision)
          expect((await store.entities([service(name)]))[0]?.name).toBe(name)
        }
      }),
    )
  })
}
