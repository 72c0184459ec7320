import { describe, expect, test } from 'vitest'
import { commitOf } from './sample-facts.ts'
import type { StoreToTest } from './store-to-test.ts'
import { withStore } from './with-store.ts'

export function specifyRecords(store: StoreToTest): void {
  describe('records', () => {
    test(
      'gives a stream in the order it grew, with who added it and when',
      withStore(store, async (store) => {
        const [monday, tuesday] = ['2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00.000Z']
        const value = { says: 'same', a: ['x', null, 1.5], nested: { b: false } }
        await store.commit(
          commitOf({
            at: monday,
            records: [
              { stream: 'rulings', value },
              { stream: 'runs', value: 7 },
            ],
          }),
        )
        await store.commit(
          commitOf({
            at: tuesday,
            actor: 'grace',
            records: [
              { stream: 'rulings', value: null },
              { stream: 'rulings', value: 'text' },
            ],
          }),
        )
        const first = { stream: 'rulings', value, sequence: 1, revision: 1, at: monday, actor: 'ada' }
        const later = { stream: 'rulings', revision: 2, at: tuesday, actor: 'grace' }
        const rulings = [
          first,
          { ...later, value: null, sequence: 3 },
          { ...later, value: 'text', sequence: 4 },
        ]
        expect(await store.records({ stream: 'rulings', after: 0, limit: 10 })).toEqual(rulings)
        expect(await store.records({ stream: 'rulings', after: 1, limit: 1 })).toEqual(rulings.slice(1, 2))
        expect(await store.records({ stream: 'rulings', after: 4, limit: 10 })).toEqual([])
        expect(await store.records({ stream: 'nobody', after: 0, limit: 10 })).toEqual([])
      }),
    )

    test(
      'refuses to give more than 10,000 at once',
      withStore(store, async (store) => {
        await expect(store.records({ stream: 'runs', after: 0, limit: 10_001 })).rejects.toThrow(RangeError)
        await expect(store.records({ stream: 'runs', after: 0, limit: -1 })).rejects.toThrow(RangeError)
      }),
    )
  })
}
