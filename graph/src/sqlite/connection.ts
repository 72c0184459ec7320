import { DatabaseSync, type StatementSync } from 'node:sqlite'

// How long a write waits for another process that is writing. It blocks its thread, so only the writing one waits long.
const longWait = 10_000
const shortWait = 1_000

/**
 * The one connection that writes.
 * @param wait for how many milliseconds while another process is writing
 */
export function openToWrite(file: string, wait: number = longWait): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: wait, enableForeignKeyConstraints: true })
  // Larger pages than usual, which only a new file takes: rows are, too.
  db.exec('pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full')
  // An import writes much: fewer checkpoints, and the log file gets small again after one.
  db.exec(
    'pragma wal_autocheckpoint = 16000; pragma journal_size_limit = 67108864; pragma cache_size = -65536',
  )
  return db
}

/** A connection that only reads; every statement sees all that was committed before it. */
export function openToRead(file: string): DatabaseSync {
  return new DatabaseSync(file, { readOnly: true, timeout: shortWait })
}

const statements = new WeakMap<DatabaseSync, Map<string, StatementSync>>()

/** The statement, prepared once for each connection. One that is being iterated is not run again meanwhile. */
export function prepared(db: DatabaseSync, sql: string): StatementSync {
  const known = statements.get(db) ?? new Map<string, StatementSync>()
  statements.set(db, known)
  const statement = known.get(sql) ?? db.prepare(sql)
  known.set(sql, statement)
  return statement
}

/** Several statements that see one state of the store. */
export function inSnapshot<Result>(db: DatabaseSync, read: () => Result): Result {
  db.exec('begin')
  try {
    return read()
  } finally {
    db.exec('commit')
  }
}

/** All that `write` does, or nothing of it. */
export function inTransaction<Result>(db: DatabaseSync, write: () => Result): Result {
  db.exec('begin immediate')
  try {
    const result = write()
    db.exec('commit')
    return result
  } catch (error) {
    // SQLite takes some failures, such as a full disk, back by itself.
    if (db.isTransaction) db.exec('rollback')
    throw error
  }
}
