import type { GraphStore } from '@alidade/graph'
import { InvalidInput } from '@alidade/model'
import { importPaths } from '../import/import-paths.ts'
import type { ImportReport } from '../import/report.ts'
import { isSample, sampleRepository } from '../import/sample.ts'

/**
 * Imports the sample organisation into a store that has never had anything in it, so that there is something to look at.
 * With `asked` also into one that was emptied; never beside an organisation's own sources.
 * @returns undefined where it is not imported
 * @throws InvalidInput `store-not-empty` when it is asked for beside other sources
 */
export async function importSample(
  store: GraphStore,
  folder: string,
  asked: boolean,
): Promise<ImportReport | undefined> {
  const sources = await store.sources()
  const foreign = sources.find((source) => !isSample(source))
  if (foreign && asked) {
    throw new InvalidInput(
      'store-not-empty',
      `the sample organisation goes into an empty store only, and this one has ${foreign.id}: leave --sample out`,
    )
  }
  const fresh = (await store.revision()) === 0
  const unfinished = sources.some((source) => isSample(source) && source.unfinished)
  if (!asked && !fresh && !unfinished) return undefined
  try {
    return await importPaths(store, {
      paths: [folder],
      repository: sampleRepository,
      actor: 'alidade:sample',
    })
  } catch (error) {
    // Somebody is just putting something into it.
    if (!asked && error instanceof InvalidInput && error.code === 'import-running') return undefined
    throw error
  }
}
