import { describe, expect, test } from 'vitest'
import { commitOf } from './sample-facts.ts'
import type { StoreToTest } from './store-to-test.ts'
import { withStore } from './with-store.ts'

const start = Date.parse('2026-11-24T09:00:00.000Z')

/** A clock that stands until it is moved. */
function clock() {
  let seconds = 0
  return {
    now: () => new Date(start + seconds * 1000),
    pass(more: number) {
      seconds += more
    },
  }
}

const lease = { name: 'import acme/shop', holder: 'ada' }

export function specifyLeases(store: StoreToTest): void {
  describe('leases', () => {
    const time = clock()
    const until = (seconds: number) => new Date(time.now().getTime() + seconds * 1000).toISOString()

    test(
      'has one holder at a time, and says who and until when',
      withStore(
        store,
        async (store) => {
          expect(await store.acquireLease('import', 'ada', 60_000)).toBeUndefined()
          expect(await store.acquireLease('import', 'grace', 60_000)).toEqual({
            holder: 'ada',
            until: until(60),
          })
          expect(await store.acquireLease('other', 'grace', 60_000)).toBeUndefined()
        },
        time,
      ),
    )

    test(
      'is renewed by its holder, for as long as it then says',
      withStore(
        store,
        async (store) => {
          await store.acquireLease('import', 'ada', 60_000)
          time.pass(50)
          expect(await store.acquireLease('import', 'ada', 60_000)).toBeUndefined()
          time.pass(50)
          expect(await store.acquireLease('import', 'grace', 1)).toEqual({ holder: 'ada', until: until(10) })
        },
        time,
      ),
    )

    test(
      'is free once it has run out, to the millisecond, or is released by its holder',
      withStore(
        store,
        async (store) => {
          await store.acquireLease('import', 'ada', 60_000)
          time.pass(59.999)
          expect(await store.acquireLease('import', 'grace', 1_000)).toBeDefined()
          time.pass(0.001)
          expect(await store.acquireLease('import', 'grace', 1_000)).toBeUndefined()
          await store.releaseLease('import', 'ada')
          expect(await store.acquireLease('import', 'ada', 1_000)).toMatchObject({ holder: 'grace' })
          await store.releaseLease('import', 'grace')
          await store.releaseLease('import', 'grace')
          expect(await store.acquireLease('import', 'ada', 1_000)).toBeUndefined()
        },
        time,
      ),
    )

    test(
      'lets only its holder commit under it, while it lasts',
      withStore(
        store,
        async (store) => {
          await expect(store.commit(commitOf({ lease }))).rejects.toMatchObject({ code: 'commit-conflict' })
          await store.acquireLease(lease.name, lease.holder, 60_000)
          const first = commitOf({ lease })
          expect(await store.commit(first)).toBe(1)
          const others = commitOf({ lease: { ...lease, holder: 'grace' } })
          await expect(store.commit(others)).rejects.toMatchObject({ code: 'commit-conflict' })
          time.pass(60)
          await expect(store.commit(commitOf({ lease }))).rejects.toMatchObject({ code: 'commit-conflict' })
          expect(await store.commit(first)).toBe(1)
          expect(await store.revision()).toBe(1)
        },
        time,
      ),
    )
  })
}
