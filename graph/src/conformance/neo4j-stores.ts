import { neo4jServers, openEmptyNeo4jStore } from './neo4j-servers.ts'
import type { StoreToTest } from './store-to-test.ts'

/** One for each server that there is. */
export async function neo4jStores(): Promise<readonly StoreToTest[]> {
  const servers = await neo4jServers()
  return servers.map((server) => ({
    name: server.name,
    runs: 8,
    open: (options = {}) => openEmptyNeo4jStore(server, options),
  }))
}
