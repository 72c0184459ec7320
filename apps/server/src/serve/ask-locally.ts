import type { Caller } from '../auth/caller.ts'
import type { Environment } from '../environment.ts'
import { openExistingStore } from '../graph/open-store.ts'
import type { Answer, Query } from '../query/execute-query.ts'
import { startParts } from './start-parts.ts'

/**
 * Answers one query in this process, from the store that the environment names, whether or not a server has it open.
 * @throws InvalidInput `graph-missing` where nothing was ever imported
 */
export async function askLocally(environment: Environment, caller: Caller, query: Query): Promise<Answer> {
  const { store } = await openExistingStore(environment)
  const { parts, stop } = await startParts(store).catch(async (error: unknown) => {
    await store.close()
    throw error
  })
  try {
    // Loaded here, since other commands start in half the time without it.
    const { executeQuery } = await import('../query/execute-query.ts')
    return await executeQuery(parts, caller, query)
  } finally {
    await stop()
  }
}
