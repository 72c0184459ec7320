import type { EntityHead, RelationHead } from '@alidade/model'
import type { Snapshot } from './view.ts'

/** Takes a scan of the graph in chunks, in any order; what comes twice counts as it came last. */
export interface SnapshotBuilder {
  addEntities(chunk: Iterable<EntityHead>): void
  addRelations(chunk: Iterable<RelationHead>): void
  /** To be called once. */
  finish(revision: number): Snapshot
}

export function startSnapshot(): SnapshotBuilder {
  throw new Error('not built yet')
}

/** A snapshot of what is at hand already. */
export function buildSnapshot(graph: {
  readonly revision: number
  readonly entities: Iterable<EntityHead>
  readonly relations: Iterable<RelationHead>
}): Snapshot {
  throw new Error('not built yet')
}
