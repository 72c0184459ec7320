import { advance, type Snapshot, startSnapshot } from '@alidade/analysis'
import type { GraphStore, LoggedCommit } from '@alidade/graph'
import { InvalidInput } from '@alidade/model'

const pageSize = 5_000

/**
 * The whole graph of a store. A scan need not be of one revision, so what was committed since the one noted before it is
 * applied on top: a change says what holds after it.
 */
export async function loadSnapshot(store: GraphStore): Promise<Snapshot> {
  const noted = await store.revision()
  const builder = startSnapshot()
  for await (const chunk of store.scan()) {
    if ('entities' in chunk) builder.addEntities(chunk.entities)
    else builder.addRelations(chunk.relations)
  }
  return advanceToNow(store, builder.finish(noted))
}

/** The graph of a store as it is now, from an earlier one. Where the log no longer goes back so far it is loaded anew. */
export async function followChanges(store: GraphStore, from: Snapshot): Promise<Snapshot> {
  try {
    return await advanceToNow(store, from)
  } catch (error) {
    if (error instanceof InvalidInput && error.code === 'revision-too-old') return loadSnapshot(store)
    throw error
  }
}

async function advanceToNow(store: GraphStore, from: Snapshot): Promise<Snapshot> {
  for (let at = from; ; ) {
    const { commits, until, more } = await store.changes({ since: at.revision, limit: pageSize })
    if (until > at.revision) at = advance(at, commits.map(deltaOf), until)
    if (!more) return at
  }
}

const deltaOf = ({ delta }: LoggedCommit) => delta
