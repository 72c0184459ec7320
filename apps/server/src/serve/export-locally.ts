import type { Environment } from '../environment.ts'
import { writeExport } from '../export/write-export.ts'
import { openExistingStore } from '../graph/open-store.ts'

/**
 * The whole graph of the store that the environment names, as a stream of text; see `writeExport`.
 * @throws InvalidInput `graph-missing`, `graph-changed`
 */
export async function* exportLocally(environment: Environment): AsyncGenerator<string> {
  const { store } = await openExistingStore(environment)
  try {
    yield* writeExport(store)
  } finally {
    await store.close()
  }
}
