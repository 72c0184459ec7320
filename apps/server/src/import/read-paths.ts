import type { GraphStore } from '@alidade/graph'
import { readers, readSources } from '@alidade/importers'
import type { FoundChanges } from './found-changes.ts'
import type { ImportRequest } from './import-paths.ts'
import { isExport, readDocument } from './read-documents.ts'

/**
 * Reads what is new or changed under the paths of one import: sources, and exports of Alidade where one is given by its
 * name. Writes nothing.
 * @throws InvalidInput for an export that can't be read; the signal's reason when it is aborted
 */
export async function readPaths(
  store: GraphStore,
  request: ImportRequest,
  now: string,
): Promise<FoundChanges> {
  const documents: string[] = []
  const paths: string[] = []
  for (const path of request.paths) ((await isExport(path)) ? documents : paths).push(path)
  const found = paths.length > 0 ? [await readFromSources(store, request, paths, now)] : []
  for (const path of documents) found.push(await readDocument(store, path))
  return merged(found)
}

async function readFromSources(
  store: GraphStore,
  { name, repository, onProgress, signal }: ImportRequest,
  paths: readonly string[],
  now: string,
): Promise<FoundChanges> {
  return readSources(
    {
      paths,
      known: (source) => store.readingHeads([source]),
      now,
      ...(name !== undefined && { name }),
      ...(repository && { repository }),
      ...(onProgress && { onProgress: (progress) => onProgress({ stage: 'read', ...progress }) }),
      ...(signal && { signal }),
    },
    readers,
  )
}

/** Of what two say of one source, the later one counts. */
function merged(found: readonly FoundChanges[]): FoundChanges {
  const sources = new Map(found.flatMap(({ sources }) => sources).map((source) => [source.id, source]))
  return {
    sources: [...sources.values()],
    changed: found.flatMap(({ changed }) => changed),
    gone: found.flatMap(({ gone }) => gone),
    problems: found.flatMap(({ problems }) => problems),
    contents: found.flatMap(({ contents }) => contents),
  }
}
