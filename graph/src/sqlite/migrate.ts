import type { DatabaseSync } from 'node:sqlite'
import { storeNewer } from '../refusals.ts'
import { inTransaction } from './connection.ts'

/** One version of the store's form. */
export interface Migration {
  /** From 1, each one more than the last. */
  readonly version: number
  /** SQL, each repeatable: one that is broken off is run again from its first step. */
  readonly steps: readonly string[]
}

/**
 * Brings the store to the newest version, one step a transaction. A version is written after all of its steps.
 * @param file how messages name the store
 * @throws InvalidInput `store-newer` for a store of a version that is not among `migrations`
 */
export function migrate(db: DatabaseSync, file: string, migrations: readonly Migration[]): void {
  const known = migrations.at(-1)?.version ?? 0
  const found = versionOf(db)
  if (found > known) throw storeNewer(file, found, known)
  for (const { version, steps } of migrations) {
    if (version <= found) continue
    for (const step of steps) inTransaction(db, () => db.exec(step))
    inTransaction(db, () => {
      // Another process may have gone further meanwhile.
      if (versionOf(db) < version) db.exec(`pragma user_version = ${version}`)
    })
  }
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('pragma user_version').get()?.user_version)
}
