import type { Environment } from '../environment.ts'
import { openStore } from '../graph/open-store.ts'
import { type ImportRequest, importPaths } from '../import/import-paths.ts'
import type { ImportReport } from '../import/report.ts'

/** Imports into the store that the environment names, whether or not a server has it open; see `importPaths`. */
export async function importLocally(
  environment: Environment,
  request: ImportRequest,
): Promise<{ readonly report: ImportReport; readonly where: string }> {
  const { store, where } = await openStore(environment)
  try {
    return { report: await importPaths(store, request), where }
  } finally {
    await store.close()
  }
}
