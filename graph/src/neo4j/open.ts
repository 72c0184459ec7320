import { InvalidInput } from '@alidade/model'
import { checkCommit } from '../check-commit.ts'
import type { GraphStore } from '../graph-store.ts'
import { changes } from './changes.ts'
import { commit } from './commit.ts'
import { type Connection, type ConnectionOptions, connect } from './connection.ts'
import { contents } from './contents.ts'
import { dump } from './dump.ts'
import { entities } from './entities.ts'
import { explained } from './failures.ts'
import { refuseForeignNodes } from './foreign-nodes.ts'
import { acquireLease, releaseLease } from './lease.ts'
import { load, refuseUnfinished } from './load.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'
import { readingHeads } from './reading-heads.ts'
import { readings } from './readings.ts'
import { records } from './records.ts'
import { relations } from './relations.ts'
import { relationsOf } from './relations-of.ts'
import { revision } from './revision.ts'
import { scan } from './scan.ts'
import { scanStatements } from './scan-statements.ts'
import { refuseOldServer } from './server-version.ts'
import { sources } from './sources.ts'
import { statementsByKey } from './statements-by-key.ts'

export interface Neo4jStoreOptions extends ConnectionOptions {
  /** By which leases run out; the computer's clock when left out. */
  readonly now?: () => Date
  /** To load it: a store whose loading was broken off is opened, too, which is refused else. */
  readonly toLoad?: boolean
}

/**
 * Opens a database of Neo4j 5.26 or newer, and makes a store of an empty one. Several may be open on one database, in
 * several processes: writes take turns.
 * @throws InvalidInput within some 5 seconds: `store-unreachable`, `store-unauthorized`, `store-unusable` for an address
 *   or database that is none, `store-too-old` for a server that is, `store-foreign` where another program's data lies,
 *   `store-newer`, `store-unfinished`, `disk-full`
 */
export async function openNeo4jStore(options: Neo4jStoreOptions): Promise<GraphStore> {
  const where = nameOf(options)
  const connection = connectTo(options, where)
  try {
    await refuseOldServer(connection, where)
    await refuseForeignNodes(connection, where)
    await migrate(connection, where, migrations)
    if (!options.toLoad) await refuseUnfinished(connection, where)
    return store(connection, where, options.now ?? (() => new Date()))
  } catch (error) {
    await connection.close()
    throw explained(error, where)
  }
}

/** How messages name it. */
function nameOf({ uri: given, database }: ConnectionOptions): string {
  // Whoever writes a password into the address does not want to read it in a log.
  const uri = given.replace(/\/\/[^/@]*@/, '//')
  return database === undefined ? `Neo4j at ${uri}` : `the database "${database}" of Neo4j at ${uri}`
}

function connectTo(options: ConnectionOptions, where: string): Connection {
  try {
    return connect(options)
  } catch (error) {
    throw new InvalidInput(
      'store-unusable',
      `${where} is no address of Neo4j's (${error instanceof Error ? error.message : error}): ` +
        'set NEO4J_URI to one such as bolt://localhost:7687',
    )
  }
}

function store(connection: Connection, where: string, now: () => Date): GraphStore {
  const underWay = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined

  async function use<Result>(operation: () => Promise<Result>): Promise<Result> {
    if (closing) throw new Error(`the store in ${where} is closed`)
    const result = operation()
    underWay.add(result)
    try {
      return await result
    } catch (error) {
      throw explained(error, where)
    } finally {
      underWay.delete(result)
    }
  }

  /** Each step of a long reading is an operation of its own, so that it can be left or closed between two. */
  async function* step<Item>(read: (connection: Connection) => AsyncGenerator<Item>): AsyncGenerator<Item> {
    const items = read(connection)
    try {
      for (;;) {
        const { value, done } = await use(() => items.next())
        if (done) return
        yield value
      }
    } finally {
      await items.return(undefined)
    }
  }

  async function close(): Promise<void> {
    await Promise.allSettled(underWay)
    await connection.close()
  }

  return {
    engine: 'neo4j',
    revision: () => use(() => revision(connection)),
    entities: (refs) => use(() => entities(connection, refs)),
    relations: (keys) => use(() => relations(connection, keys)),
    relationsOf: (refs, query) => use(() => relationsOf(connection, refs, query)),
    sources: () => use(() => sources(connection)),
    readingHeads: (sources) => use(() => readingHeads(connection, sources)),
    readings: (keys) => use(() => readings(connection, keys)),
    statementsByKey: (keys) => use(() => statementsByKey(connection, keys)),
    scanStatements: () => step(scanStatements),
    scan: () => step(scan),
    contents: (hashes) => use(() => contents(connection, hashes)),
    changes: (query) => use(() => changes(connection, query)),
    records: (query) => use(() => records(connection, query)),
    async commit(content) {
      checkCommit(content)
      return use(() => commit(connection, content, now().toISOString(), where))
    },
    acquireLease: (name, holder, milliseconds) =>
      use(() => acquireLease(connection, { name, holder, milliseconds, now: now().toISOString() })),
    releaseLease: (name, holder) => use(() => releaseLease(connection, { name, holder })),
    dump: () => step(dump),
    load: (chunks) => use(() => load(connection, where, chunks)),
    close() {
      closing ??= close()
      return closing
    },
  }
}
