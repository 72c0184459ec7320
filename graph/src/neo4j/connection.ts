import neo4j, {
  type Driver,
  type ManagedTransaction,
  type QueryResult,
  type RecordShape,
  type Record as Row,
} from 'neo4j-driver'
import { changedMeanwhile } from './failures.ts'

export interface ConnectionOptions {
  /** `bolt://host:7687`, `neo4j://…`, or with `+s` for TLS. */
  readonly uri: string
  /** Both are left out where Neo4j asks for none. */
  readonly username?: string
  readonly password?: string
  /** The server's default when left out. */
  readonly database?: string
  /** For how many milliseconds something may take, with its waiting for others that write; two minutes when left out. */
  readonly longestWait?: number
}

/** What one unit of work may do: its statements see what those before them did. */
export interface Transaction {
  /** Sent at once, so several that are awaited together take one round trip. */
  run(cypher: string, parameters?: Readonly<Record<string, unknown>>): PromiseLike<readonly Row[]>
}

/** A transaction that stays open between statements. */
interface Held extends Transaction {
  end(): Promise<void>
}

/** A database of a Neo4j server. What one unit of work wrote, those begun after it see. */
export interface Connection {
  readonly driver: Driver
  /** Repeated when the connection broke, so it does nothing else than read. */
  read<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>
  /** All of it or nothing. Repeated when the connection broke, even where it had been done: it has to notice. */
  write<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>
  /** One statement that reads. */
  query(cypher: string, parameters?: Readonly<Record<string, unknown>>): Promise<readonly Row[]>
  /** For reading that takes long, and keeps what it locks until `end`; what it wrote is taken back then. */
  hold(): Held
  /** One statement that changes the schema, which is a transaction of its own. */
  schema(cypher: string): Promise<void>
  close(): Promise<void>
}

// The driver's own limits let a person wait for half a minute on a server that is not there.
const limits = {
  connectionTimeout: 2_000,
  connectionAcquisitionTimeout: 5_000,
  maxTransactionRetryTime: 5_000,
} as const

// Longer than the largest commit takes on a slow machine; without it one would wait forever for a writer that hangs.
const longestWork = 120_000
// Who holds a transaction reads the whole store in it, at the pace of whoever takes it.
const longestHold = 3_600_000

/** Nothing is asked of the server yet. */
export function connect({ uri, username, password, database, longestWait }: ConnectionOptions): Connection {
  const auth = username === undefined ? undefined : neo4j.auth.basic(username, password ?? '')
  const driver = neo4j.driver(uri, auth, {
    ...limits,
    disableLosslessIntegers: true,
    telemetryDisabled: true,
    userAgent: 'alidade',
    // All that is read in one go is wanted in one go.
    fetchSize: 10_000,
  })
  const timeout = longestWait ?? longestWork
  const bookmarkManager = neo4j.bookmarkManager()
  const settings = { bookmarkManager, ...(database === undefined ? {} : { database }) }

  async function inSession<Result>(
    access: 'executeRead' | 'executeWrite',
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const session = driver.session(settings)
    try {
      return await session[access]((transaction) => work(statements(transaction)), { timeout })
    } finally {
      await session.close()
    }
  }

  async function read<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    for (let again = 2; ; again--) {
      try {
        return await inSession('executeRead', work)
      } catch (error) {
        if (again === 0 || !changedMeanwhile(error)) throw error
      }
    }
  }

  return {
    driver,
    read,
    write: (work) => inSession('executeWrite', work),
    query: (cypher, parameters) => read(async ({ run }) => run(cypher, parameters)),
    hold() {
      const session = driver.session(settings)
      const transaction = session.beginTransaction({ timeout: longestHold })
      return {
        ...statements(transaction),
        async end() {
          if (transaction.isOpen()) await transaction.rollback()
          await session.close()
        },
      }
    },
    async schema(cypher) {
      const session = driver.session(settings)
      try {
        await session.run(cypher)
      } finally {
        await session.close()
      }
    },
    close: () => driver.close(),
  }
}

function statements(transaction: Pick<ManagedTransaction, 'run'>): Transaction {
  return {
    run: (cypher, parameters = {}) =>
      transaction.run(cypher, parameters).then(({ records }: QueryResult<RecordShape>) => records),
  }
}

/** A whole number for Neo4j: it takes JavaScript's for fractions. */
export const int = neo4j.int
