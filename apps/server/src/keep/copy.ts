import { InvalidInput } from '@alidade/model'
import type { Environment } from '../environment.ts'
import { openExistingStore, openStoreToLoad } from '../graph/open-store.ts'
import { fill } from './fill.ts'
import { compared, type KeepingReport, type KeepingRequest } from './report.ts'

/**
 * Copies all that one store of the environment keeps into the other, which has to be empty: the embedded one into Neo4j,
 * or back.
 * @throws InvalidInput `environment-invalid` without NEO4J_URI, `graph-missing`, `store-not-empty`
 */
export async function copy(
  environment: Environment,
  to: 'neo4j' | 'embedded',
  { onProgress }: KeepingRequest = {},
): Promise<KeepingReport> {
  const begun = performance.now()
  const { neo4j: _, ...embedded } = environment
  if (!environment.neo4j) {
    throw new InvalidInput(
      'environment-invalid',
      'a copy is between the embedded store and Neo4j: set NEO4J_URI (with NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE)',
    )
  }
  const source = await openExistingStore(to === 'neo4j' ? embedded : environment)
  try {
    const target = await openStoreToLoad(to === 'neo4j' ? environment : embedded)
    try {
      const { revision, given, sums } = await fill(target.store, source.store.dump(), onProgress)
      return compared(given, sums, { did: 'copy', from: source.where, to: target.where, revision }, begun)
    } finally {
      await target.store.close()
    }
  } finally {
    await source.store.close()
  }
}
