import type { GraphStore } from '@alidade/graph'
import { canonicalJson, type Source } from '@alidade/model'
import type { FoundChanges } from './found-changes.ts'
import { readingId } from './statements.ts'

/** An import that finds nothing new notes that it looked, but not again within the hour. */
const fresh = 60 * 60 * 1000

export interface SourcesAfter {
  /** As they are once the import is done, where that is not what the store says of them already. */
  readonly sources: readonly Source[]
  /** Those of which nothing is left. */
  readonly sourcesGone: readonly string[]
}

/** The sources as an import leaves them: those it read, those that an earlier one left unfinished, those that go. */
export async function sourcesAfter(
  store: GraphStore,
  stored: readonly Source[],
  found: FoundChanges,
  sample: readonly Source[],
): Promise<SourcesAfter> {
  const gone = new Set(sample.map(({ id }) => id))
  for (const id of new Set(found.gone.map(({ source }) => source))) {
    if (await isEmptied(store, id, found)) gone.add(id)
  }
  const read = new Set(found.sources.map(({ id }) => id))
  // This import looks at everything when an earlier one was broken off, and so finishes it.
  const resumed = stored.filter(({ id, unfinished }) => unfinished && !read.has(id)).map(finished)
  const before = new Map(stored.map((source) => [source.id, source]))
  const touched = new Set([...found.changed, ...found.gone].map(({ source }) => source))
  return {
    sources: [...found.sources, ...resumed].filter(
      (source) => !gone.has(source.id) && (touched.has(source.id) || isNews(source, before.get(source.id))),
    ),
    sourcesGone: [...gone].filter((id) => before.has(id)),
  }
}

async function isEmptied(store: GraphStore, id: string, found: FoundChanges): Promise<boolean> {
  if (found.changed.some(({ source }) => source === id)) return false
  const left = new Set((await store.readingHeads([id])).map(readingId))
  for (const key of found.gone) left.delete(readingId(key))
  return left.size === 0
}

function finished({ unfinished: _, ...source }: Source): Source {
  return source
}

/** Whether the store should know: of the same commit of the same origin, read just now, it need not. */
function isNews(source: Source, before: Source | undefined): boolean {
  if (!before || before.unfinished) return true
  const same = canonicalJson({ ...source, lastRead: '' }) === canonicalJson({ ...before, lastRead: '' })
  return !same || Math.abs(Date.parse(source.lastRead) - Date.parse(before.lastRead)) >= fresh
}
