import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { checkCommit } from '../check-commit.ts'
import type { DumpChunk, GraphStore, Lease, Revision } from '../graph-store.ts'
import { changes } from './changes.ts'
import { openToRead } from './connection.ts'
import { contents } from './contents.ts'
import { dump } from './dump.ts'
import { entities } from './entities.ts'
import { explained } from './failures.ts'
import { readingHeads } from './reading-heads.ts'
import { readings } from './readings.ts'
import { records } from './records.ts'
import { relations } from './relations.ts'
import { relationsOf } from './relations-of.ts'
import { revision } from './revision.ts'
import { scan } from './scan.ts'
import { scanStatements } from './scan-statements.ts'
import { sources } from './sources.ts'
import { statementsByKey } from './statements-by-key.ts'
import { startWriter, type Writer } from './writer.ts'

export interface SqliteStoreOptions {
  /** Where `graph.sqlite` lies or will lie; created if it is not there. */
  readonly folder: string
  /** By which leases run out; the computer's clock when left out. */
  readonly now?: () => Date
  /** How many pages of 8 KB the file may have at most; as many as SQLite can when left out. */
  readonly mostPages?: number
  /** For how many milliseconds a write waits while another process is writing; ten seconds when left out. */
  readonly longestWait?: number
}

/**
 * Opens, or creates, the embedded store. Several may be open on one folder, in several processes: writes take turns.
 * @throws InvalidInput `store-newer`, `store-unusable` where the folder can't be written, `store-damaged`,
 *   `store-busy`, `disk-full`
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<GraphStore> {
  const file = join(options.folder, 'graph.sqlite')
  const explain = (error: unknown): never => {
    throw explained(error, file)
  }
  await mkdir(options.folder, { recursive: true }).catch(explain)
  const writer = startWriter({ file, mostPages: options.mostPages, longestWait: options.longestWait })
  try {
    await writer.ask({ ask: 'open' })
    return store(file, openToRead(file), writer, options.now ?? (() => new Date()))
  } catch (error) {
    await writer.thread.terminate()
    return explain(error)
  }
}

function store(file: string, db: DatabaseSync, writer: Writer, now: () => Date): GraphStore {
  let closing: Promise<void> | undefined

  async function read<Result>(operation: (db: DatabaseSync) => Result): Promise<Result> {
    checkOpen()
    try {
      return operation(db)
    } catch (error) {
      throw explained(error, file)
    }
  }

  async function write(question: Parameters<Writer['ask']>[0]): Promise<unknown> {
    checkOpen()
    return writer.ask(question)
  }

  function checkOpen(): void {
    if (closing) throw new Error(`the store in ${file} is closed`)
  }

  async function load(chunks: AsyncIterable<DumpChunk>): Promise<Revision> {
    await write({ ask: 'load', step: 'begin' })
    try {
      for await (const chunk of chunks) {
        await write({ ask: 'load', step: 'chunk', chunk: JSON.stringify(chunk) })
      }
      return (await write({ ask: 'load', step: 'end' })) as Revision
    } catch (error) {
      await writer.ask({ ask: 'load', step: 'abandon' })
      throw error
    }
  }

  /** The writer last: the last connection to close brings all into the one file. */
  async function close(): Promise<void> {
    db.close()
    await writer.ask({ ask: 'close' })
  }

  return {
    engine: 'sqlite',
    revision: () => read(revision),
    entities: (refs) => read((db) => entities(db, refs)),
    relations: (keys) => read((db) => relations(db, keys)),
    relationsOf: (refs, query) => read((db) => relationsOf(db, refs, query)),
    sources: () => read(sources),
    readingHeads: (sources) => read((db) => readingHeads(db, sources)),
    readings: (keys) => read((db) => readings(db, keys)),
    statementsByKey: (keys) => read((db) => statementsByKey(db, keys)),
    scanStatements: () => apart(file, checkOpen, scanStatements),
    scan: () => apart(file, checkOpen, scan),
    contents: (hashes) => read((db) => contents(db, hashes)),
    changes: (query) => read((db) => changes(db, query)),
    records: (query) => read((db) => records(db, query)),
    async commit(commit) {
      checkCommit(commit)
      const question = { ask: 'commit', commit: JSON.stringify(commit), now: now().toISOString() } as const
      return (await write(question)) as Revision
    },
    async acquireLease(name, holder, milliseconds) {
      const question = { ask: 'acquireLease', name, holder, milliseconds, now: now().toISOString() } as const
      return (await write(question)) as Lease | undefined
    },
    async releaseLease(name, holder) {
      await write({ ask: 'releaseLease', name, holder })
    },
    dump: () => apart(file, checkOpen, dump),
    load,
    close() {
      closing ??= close()
      return closing
    },
  }
}

/** Long reading has a connection of its own, so that it sees one state while others see what is written meanwhile. */
async function* apart<Item>(
  file: string,
  checkOpen: () => void,
  read: (db: DatabaseSync) => AsyncIterable<Item>,
): AsyncGenerator<Item> {
  checkOpen()
  const db = openToRead(file)
  try {
    db.exec('begin')
    yield* read(db)
  } catch (error) {
    throw explained(error, file)
  } finally {
    db.close()
  }
}
