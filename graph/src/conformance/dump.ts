import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DumpChunk, GraphStore } from '../graph-store.ts'
import { naiveAfter } from './any-history.ts'
import { everyAnswer } from './every-answer.ts'
import { fixtureHistory } from './fixture-history.ts'
import { naiveStore } from './naive-store.ts'
import { anySteps } from './random-steps.ts'
import { add, collect, commitOf, entity, service } from './sample-facts.ts'
import type { StoreToTest } from './store-to-test.ts'
import { withStore } from './with-store.ts'

async function fixture(): Promise<GraphStore> {
  const store = naiveStore(() => new Date(0))
  for (const commit of fixtureHistory) await store.commit(commit)
  return store
}

/** Rows one by one, as a dump may cut them. */
async function* oneByOne(chunks: AsyncIterable<DumpChunk>): AsyncGenerator<DumpChunk> {
  for await (const { of, rows } of chunks) for (const row of rows) yield { of, rows: [row] } as DumpChunk
}

async function* brokenOff(chunks: AsyncIterable<DumpChunk>): AsyncGenerator<DumpChunk> {
  for await (const chunk of chunks) {
    if (chunk.of === 'records') throw new Error('the file ends here')
    yield chunk
  }
}

export function specifyDump(store: StoreToTest): void {
  describe('dump and load', () => {
    test('a store that is loaded answers every question as the one that was dumped, after any history', async () => {
      await fc.assert(
        fc.asyncProperty(anySteps, async (steps) => {
          const naive = await naiveAfter(steps)
          const loaded = await store.open()
          try {
            expect(await loaded.load(oneByOne(naive.dump()))).toBe(await naive.revision())
            expect(await everyAnswer(loaded)).toEqual(await everyAnswer(naive))
          } finally {
            await loaded.close()
          }
        }),
        { numRuns: store.runs },
      )
    }, 300_000)

    test(
      'goes on from where the other was: revisions, ids of commits and records',
      withStore(store, async (store) => {
        await store.load((await fixture()).dump())
        const [first] = fixtureHistory
        if (!first) throw new Error('the fixture has no commit')
        expect(await store.commit(first)).toBe(1)
        expect(await store.commit(commitOf({ records: [{ stream: 'runs', value: 'next' }] }))).toBe(3)
        const records = await store.records({ stream: 'runs', after: 3, limit: 10 })
        expect(records).toMatchObject([{ sequence: 4, revision: 3, value: 'next' }])
      }),
    )

    test(
      'refuses to load into a store that anything was committed to, and leaves it as it is',
      withStore(store, async (store) => {
        await add(store, entity(service('mine')))
        await expect(store.load((await fixture()).dump())).rejects.toMatchObject({
          code: 'store-not-empty',
          message: expect.stringMatching(/is not empty, and nothing was changed in it: give an empty one/),
        })
        expect(await store.revision()).toBe(1)
        expect(await store.entities([service('mine'), service('cart')])).toEqual([
          entity(service('mine')),
          undefined,
        ])
      }),
    )

    test(
      'can be loaded again after a loading that was broken off, and takes no commit during one',
      withStore(store, async (store) => {
        const naive = await fixture()
        await expect(store.load(brokenOff(oneByOne(naive.dump())))).rejects.toThrow('the file ends here')
        async function* withCommit(): AsyncGenerator<DumpChunk> {
          for await (const chunk of naive.dump()) {
            yield chunk
            await expect(add(store, entity(service('mine')))).rejects.toMatchObject({
              code: 'store-unfinished',
            })
          }
        }
        expect(await store.load(withCommit())).toBe(2)
        expect(await everyAnswer(store)).toEqual(await everyAnswer(naive))
      }),
    )

    test(
      'can be left before its end, and writing goes on',
      withStore(store, async (store) => {
        await add(store, entity(service('cart')))
        for await (const { of } of store.dump()) {
          expect(of).toBe('state')
          break
        }
        expect(await add(store, entity(service('pay')))).toBe(2)
      }),
    )

    test(
      'gives one state, whatever is committed meanwhile',
      withStore(store, async (store) => {
        await add(store, entity(service('cart')))
        const before = await everyAnswer(store)
        const dumping = store.dump()[Symbol.asyncIterator]()
        await dumping.next()
        const adding = add(store, entity(service('pay')))
        const rest = await collect({ [Symbol.asyncIterator]: () => dumping })
        expect(await adding).toBe(2)
        const refs = rest.flatMap((chunk) =>
          chunk.of === 'entities' ? chunk.rows.map(({ ref }) => ref) : [],
        )
        expect([before.revision, refs]).toEqual([1, [service('cart')]])
        expect(rest.flatMap((chunk) => (chunk.of === 'commits' ? chunk.rows : []))).toHaveLength(1)
      }),
    )
  })
}
