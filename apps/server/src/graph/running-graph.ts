import type { GraphStore, Revision } from '@alidade/graph'
import { createView, type GraphView } from './graph-view.ts'
import { followChanges, loadSnapshot } from './load-snapshot.ts'

/** A store with the snapshot of it that follows its commits. */
export interface RunningGraph {
  /** The store; what is committed through it, the next view shows. */
  readonly store: GraphStore
  /** The graph as it is now, with every commit that this process made before the call. */
  view(): Promise<GraphView>
  /** The newest view that is at hand, without waiting. */
  latest(): GraphView
  /** Stops following and closes the store. */
  close(): Promise<void>
}

export interface RunningGraphOptions {
  /** How often to look for commits of others; at most this late they are seen. */
  readonly pollMilliseconds?: number
  readonly onError?: (error: unknown) => void
}

const defaultPoll = 1_000

/**
 * Loads the graph of a store and keeps up with it: with this process's own commits at once, with those of others by
 * looking every second.
 */
export async function runGraph(store: GraphStore, options: RunningGraphOptions = {}): Promise<RunningGraph> {
  let current = createView(store, await loadSnapshot(store))
  /** The newest revision that is known of. */
  let known = current.revision
  let moving: Promise<void> | undefined

  async function move(): Promise<void> {
    while (current.revision < known) {
      const next = await followChanges(store, current.snapshot)
      if (next.revision <= current.revision) {
        throw new Error(`the store is at revision ${known}, and its log ends at ${next.revision}`)
      }
      current = createView(store, next)
      known = Math.max(known, current.revision)
    }
  }
  /** One moves at a time; who comes meanwhile waits for it, and for what it has not seen yet. */
  async function catchUp(): Promise<void> {
    while (current.revision < known) {
      moving ??= move().finally(() => {
        moving = undefined
      })
      await moving
    }
  }
  function note(revision: Revision): void {
    known = Math.max(known, revision)
  }
  async function poll(): Promise<void> {
    note(await store.revision())
    await catchUp()
  }

  const every = options.pollMilliseconds ?? defaultPoll
  let stopped = false
  let timer: NodeJS.Timeout
  let polling: Promise<void> = Promise.resolve()
  const schedule = () => {
    timer = setTimeout(() => {
      polling = poll()
        .catch((error: unknown) => options.onError?.(error))
        .finally(() => stopped || schedule())
    }, every).unref()
  }
  schedule()

  return {
    store: {
      ...store,
      async commit(commit) {
        const revision = await store.commit(commit)
        note(revision)
        return revision
      },
    },
    async view() {
      await catchUp()
      return current
    },
    latest: () => current,
    async close() {
      stopped = true
      clearTimeout(timer)
      await polling
      await moving?.catch(() => undefined)
      await store.close()
    },
  }
}
