import type { GraphStore } from '@alidade/graph'
import { describe, expect, it } from 'vitest'
import { service, team } from '../testing/descriptors.ts'
import { anOrganisation, emptyStore, exported, noon } from '../testing/organisation.ts'
import { importPaths } from './import-paths.ts'

const names = Array.from({ length: 2_600 }, (_, n) => `service-${n}`)
const large = {
  'teams.yaml': team('carts'),
  'services.yaml': names
    .map((name, n) => service(name, 'carts', `component:service-${n >> 1}`))
    .join('---\n'),
}

/** The store as a process sees it that dies after some commits. */
function dyingAfter(commits: number, store: GraphStore): GraphStore {
  let left = commits
  return {
    ...store,
    commit: async (commit) => {
      if (left-- === 0) throw new Error('the power is off')
      return store.commit(commit)
    },
  }
}

describe('an import of more than one commit', () => {
  it('is completed by running it again, wherever it was broken off', async () => {
    const { store: whole, folder, ...organisation } = await anOrganisation(large)
    const request = { paths: [folder], name: 'acme/shop', actor: 'stated:anna', now: () => noon }
    await organisation.import()
    const expected = await exported(whole)
    const commits = await whole.revision()
    expect(commits).toBeGreaterThan(3)

    for (let done = 1; done < commits; done++) {
      const store = await emptyStore()
      await expect(importPaths(dyingAfter(done, store), request)).rejects.toThrow('the power is off')
      expect(await store.sources()).toMatchObject([{ unfinished: true }])
      await importPaths(store, request)
      expect(await exported(store)).toBe(expected)
      expect((await store.sources()).filter(({ unfinished }) => unfinished)).toEqual([])
    }
  }, 60_000)

  it('can be stopped between two commits', async () => {
    const { store, folder } = await anOrganisation(large)
    const stop = new AbortController()
    const run = importPaths(store, {
      paths: [folder],
      actor: 'stated:anna',
      signal: stop.signal,
      onProgress: ({ stage }) => stage === 'apply' && stop.abort(new Error('that is enough')),
    })
    await expect(run).rejects.toThrow('that is enough')
    expect(await store.revision()).toBe(1)
  })
})
