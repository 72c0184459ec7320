import { describe, expect, test } from 'vitest'
import { collect, commitOf, reading, service, statement } from './sample-facts.ts'
import type { StoreToTest } from './store-to-test.ts'
import { withStore } from './with-store.ts'

const [cart, pay, mail] = [service('cart'), service('pay'), service('mail')]

export function specifyStatements(store: StoreToTest): void {
  describe('statements', () => {
    test(
      'finds every statement with one of the keys, each once, by source, file and place',
      withStore(store, async (store) => {
        const put = [
          reading('b/x', 'one', [
            [pay, 'of:pay', 'is:pay'],
            [mail, 'of:mail'],
            [cart, 'of:cart', 'to:pay'],
          ]),
          reading('a/x', 'two', [[pay, 'of:pay']]),
          reading('a/x', 'one', [[cart, 'to:pay']]),
        ]
        await store.commit(commitOf({ readings: { put } }))
        expect(await store.statementsByKey(['to:pay', 'of:pay', 'is:pay', 'nobody'])).toEqual([
          { source: 'a/x', file: 'one', statement: statement(cart) },
          { source: 'a/x', file: 'two', statement: statement(pay) },
          { source: 'b/x', file: 'one', statement: statement(pay) },
          { source: 'b/x', file: 'one', statement: statement(cart) },
        ])
        expect(await store.statementsByKey([])).toEqual([])
      }),
    )

    test(
      'takes a key as it is, long or strange, and however often a statement has it',
      withStore(store, async (store) => {
        const keys = ['x'.repeat(5_000), 'É', 'é', '', ' ', 'a"b\\c\n', '💶']
        const put = keys.map((key, n) => reading('a/x', `${n}`, [[cart, key, key]]))
        await store.commit(commitOf({ readings: { put } }))
        for (const [n, key] of keys.entries()) {
          expect((await store.statementsByKey([key, key])).map(({ file }) => file)).toEqual([`${n}`])
        }
      }),
    )

    test(
      'finds by 10,000 keys at once and refuses more',
      withStore(store, async (store) => {
        await store.commit(commitOf({ readings: { put: [reading('a/x', 'one', [[cart, 'k9999']])] } }))
        const keys = Array.from({ length: 10_000 }, (_, n) => `k${n}`)
        expect(await store.statementsByKey(keys)).toHaveLength(1)
        await expect(store.statementsByKey([...keys, 'more'])).rejects.toThrow(RangeError)
      }),
    )

    test(
      'scans all of them in chunks of at most 5,000, by source, file and place',
      withStore(store, async (store) => {
        const many = Array.from({ length: 5_003 }, (_, n) => [service(`s${n}`)] as const)
        const put = [
          reading('b/x', 'one', many),
          reading('a/x', 'z', [[pay], [cart]]),
          reading('a/x', 'b', [[mail]]),
        ]
        await store.commit(commitOf({ readings: { put } }))
        const chunks = await collect(store.scanStatements())
        expect(chunks.every(({ length }) => length > 0 && length <= 5_000)).toBe(true)
        expect(chunks.flat().map(({ statement }) => statement.subject.ref)).toEqual([
          mail,
          pay,
          cart,
          ...many.map(([ref]) => ref),
        ])
        expect(chunks.flat()[0]).toEqual({ source: 'a/x', file: 'b', statement: statement(mail) })
      }),
    )

    test(
      'scans nothing in an empty store',
      withStore(store, async (store) => expect(await collect(store.scanStatements())).toEqual([])),
    )
  })
}
