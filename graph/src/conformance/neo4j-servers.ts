import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { inject } from 'vitest'
import { whyNot } from '../../local-neo4j/prepare-neo4j.ts'
import { neo4jVersions } from '../../local-neo4j/versions.ts'
import type { GraphStore } from '../graph-store.ts'
import { openNeo4jStore } from '../neo4j/open.ts'
import { emptyForTests } from './empty-for-tests.ts'
import { testNeo4j } from './environment.ts'
import type { Handed, Order } from './neo4j-desk.ts'

export interface Neo4jServer {
  /** As test titles name it: `Neo4j 5.26.30`. */
  readonly name: string
  /** Its Bolt address. */
  readonly uri: string
  readonly username?: string
  readonly password?: string
}

const desks: Socket[] = []

/**
 * The servers that the suite runs on here, started if they have to be. Until `stopNeo4jServers` no other test file has
 * any, so this may wait for long: it is called outside of tests, or in a hook with time.
 */
export async function neo4jServers(): Promise<readonly Neo4jServer[]> {
  if (testNeo4j) return order({ at: { name: `Neo4j at ${testNeo4j.uri}`, ...testNeo4j }, versions: [] })
  const versions = await versionsToRun()
  return versions.length === 0 ? [] : order({ versions })
}

/** One of them, the oldest version, for what is the same on all; undefined where there is none. */
export async function neo4jServer(): Promise<Neo4jServer | undefined> {
  if (testNeo4j) return (await neo4jServers())[0]
  const [oldest] = await versionsToRun()
  return oldest === undefined ? undefined : (await order({ versions: [oldest] }))[0]
}

/** Leaves them to other test files; those that were started end after all tests. */
export async function stopNeo4jServers(): Promise<void> {
  for (const desk of desks.splice(0)) {
    desk.end()
    if (!desk.closed) await once(desk, 'close')
  }
}

/** A store without content on the server, whose database is emptied for it; refused where it holds foreign nodes. */
export async function openEmptyNeo4jStore(
  server: Neo4jServer,
  options: { now?: () => Date } = {},
): Promise<GraphStore> {
  await emptyForTests(server)
  const { name: _, ...address } = server
  return openNeo4jStore({ ...address, ...options })
}

async function versionsToRun(): Promise<readonly string[]> {
  const reasons = await Promise.all(neo4jVersions.map(whyNot))
  return neo4jVersions.filter((_, n) => reasons[n] === undefined).map(({ version }) => version)
}

async function order(order: Order): Promise<readonly Neo4jServer[]> {
  const desk = createConnection(inject('neo4jDesk'), '127.0.0.1')
  desks.push(desk)
  desk.write(`${JSON.stringify(order)}\n`)
  const [line] = await once(createInterface(desk), 'line')
  desk.unref()
  const handed = JSON.parse(line) as Handed
  if ('failure' in handed) throw new Error(handed.failure)
  return handed.servers
}
