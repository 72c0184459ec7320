import type { GraphStore } from '../graph-store.ts'

export interface Neo4jServer {
  /** As test titles name it: `Neo4j 5.26.30`. */
  readonly name: string
  /** Its Bolt address. */
  readonly uri: string
}

/** The servers that the suite runs on here, started if they have to be. */
export async function neo4jServers(): Promise<readonly Neo4jServer[]> {
  return []
}

/** Stops those that were started. */
export async function stopNeo4jServers(): Promise<void> {}

/** A store without content on the server, whose database is emptied for it; refused where it holds foreign nodes. */
export async function openEmptyNeo4jStore(
  server: Neo4jServer,
  _options: { now?: () => Date },
): Promise<GraphStore> {
  throw new Error(`there is no store for ${server.name} yet`)
}

/** What does not run here, each with its reason, found out without starting anything. */
export async function neo4jNotRun(): Promise<readonly string[]> {
  return ['the conformance suite on Neo4j: there is no store for it yet']
}
