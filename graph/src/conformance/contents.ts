import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Content } from '../graph-store.ts'
import { commitOf } from './sample-facts.ts'
import type { StoreToTest } from './store-to-test.ts'
import { withStore } from './with-store.ts'

const content = (text: string): Content => ({ hash: createHash('sha256').update(text).digest('hex'), text })

export function specifyContents(store: StoreToTest): void {
  describe('contents', () => {
    test(
      'gives texts back by their hash, in the order asked for, undefined where there is none',
      withStore(store, async (store) => {
        const [empty, small, unicode] = ['', 'openapi: 3.1.0\n', 'Ä 💶 \u0000 \r\n'].map(content) as [
          Content,
          Content,
          Content,
        ]
        await store.commit(commitOf({ contents: [empty, small, unicode] }))
        const nobody = 'b'.repeat(64)
        expect(await store.contents([small.hash, nobody, unicode.hash, empty.hash])).toEqual([
          small.text,
          undefined,
          unicode.text,
          '',
        ])
        expect(await store.contents([])).toEqual([])
      }),
    )

    test(
      'keeps a text of several MB that can hardly be compressed',
      withStore(store, async (store) => {
        const large = content(randomBytes(2_500_000).toString('hex'))
        await store.commit(commitOf({ contents: [large] }))
        expect((await store.contents([large.hash]))[0] === large.text).toBe(true)
      }),
    )

    test(
      'takes the same text again and keeps it once',
      withStore(store, async (store) => {
        const same = content('same')
        await store.commit(commitOf({ contents: [same, same] }))
        await store.commit(commitOf({ contents: [same] }))
        expect(await store.contents([same.hash])).toEqual(['same'])
      }),
    )

    test(
      'refuses a text under another hash than its own, and more than 100 hashes at once',
      withStore(store, async (store) => {
        await expect(
          store.commit(commitOf({ contents: [{ hash: 'c'.repeat(64), text: 'x' }] })),
        ).rejects.toThrow(/SHA-256/)
        expect(await store.revision()).toBe(0)
        await expect(store.contents(Array.from({ length: 101 }, () => 'x'))).rejects.toThrow(RangeError)
      }),
    )
  })
}
