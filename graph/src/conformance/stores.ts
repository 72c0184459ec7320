import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GraphStore } from '../graph-store.ts'
import { openSqliteStore } from '../sqlite/open.ts'
import { neo4jServers, openEmptyNeo4jStore } from './neo4j-servers.ts'

/** A store that the suite runs on. */
export interface StoreToTest {
  readonly name: string
  /** How often a property is tried: each time begins with an empty store. */
  readonly runs: number
  /** An empty one. One at a time. */
  open(options?: { now?: () => Date }): Promise<GraphStore>
}

export const sqlite: StoreToTest = {
  name: 'SQLite',
  runs: 60,
  async open(options = {}) {
    const folder = await mkdtemp(join(tmpdir(), 'alidade-'))
    const store = await openSqliteStore({ folder, ...options })
    const close = async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    }
    return { ...store, close }
  },
}

/** One for each server that there is. */
export async function neo4jStores(): Promise<readonly StoreToTest[]> {
  const servers = await neo4jServers()
  return servers.map((server) => ({
    name: server.name,
    runs: 20,
    open: (options = {}) => openEmptyNeo4jStore(server, options),
  }))
}
