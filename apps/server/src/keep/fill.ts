import type { DumpChunk, GraphStore, Revision } from '@alidade/graph'
import type { KeepingProgress } from './report.ts'
import { type Sums, summed, summing, sumsOf } from './sums.ts'

/** Loads an empty store, and says what it holds then, as read out of it again. */
export async function fill(
  store: GraphStore,
  chunks: AsyncIterable<DumpChunk>,
  onProgress?: (progress: KeepingProgress) => void,
): Promise<{ readonly revision: Revision; readonly given: Sums; readonly sums: Sums }> {
  const given = summing()
  const revision = await store.load(summed(chunks, given, (rows) => onProgress?.({ stage: 'load', rows })))
  const sums = await sumsOf(store.dump(), (rows) => onProgress?.({ stage: 'compare', rows }))
  return { revision, given: given.sums(), sums }
}
