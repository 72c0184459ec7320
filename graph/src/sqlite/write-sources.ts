import type { DatabaseSync } from 'node:sqlite'
import type { Commit } from '../graph-store.ts'
import { prepared } from './connection.ts'

/** Puts and removes sources; their readings are named for themselves. */
export function writeSources(
  db: DatabaseSync,
  { put = [], remove = [] }: NonNullable<Commit['sources']>,
): void {
  for (const id of remove) prepared(db, 'delete from source where id = ?').run(id)
  for (const source of put) {
    prepared(db, 'insert or replace into source (id, body) values (?, ?)').run(
      source.id,
      JSON.stringify(source),
    )
  }
}
