import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type GraphStore, openNeo4jStore, openSqliteStore } from '@alidade/graph'
import { InvalidInput } from '@alidade/model'
import type { Environment } from '../environment.ts'

export interface OpenedStore {
  readonly store: GraphStore
  /** In words, for whoever started the program; without secrets. */
  readonly where: string
}

/**
 * Opens the store that the environment names, and makes it where there is none.
 * @throws InvalidInput what stops it, e.g. `store-unusable`, `store-newer`, `store-unreachable`, `store-foreign`,
 *   `store-unfinished`
 */
export function openStore(environment: Environment): Promise<OpenedStore> {
  return open(environment, false)
}

/** The same to restore or copy into, which completes one that was broken off. */
export function openStoreToLoad(environment: Environment): Promise<OpenedStore> {
  return open(environment, true)
}

async function open({ dataFolder, neo4j }: Environment, toLoad: boolean): Promise<OpenedStore> {
  if (!neo4j) return { store: await openSqliteStore({ folder: dataFolder }), where: `${dataFolder} (SQLite)` }
  const store = await openNeo4jStore({ ...neo4j, toLoad })
  return { store, where: `Neo4j at ${neo4j.uri}${neo4j.database ? `, database ${neo4j.database}` : ''}` }
}

/**
 * The same for a question, which makes no store.
 * @throws InvalidInput `graph-missing` as well
 */
export async function openExistingStore(environment: Environment): Promise<OpenedStore> {
  const { dataFolder, neo4j } = environment
  if (!neo4j && !existsSync(join(dataFolder, 'graph.sqlite'))) {
    throw new InvalidInput(
      'graph-missing',
      `there is no graph in ${dataFolder}: import something first (alidade import PATH), or set ALIDADE_DATA to where one is`,
    )
  }
  return openStore(environment)
}
