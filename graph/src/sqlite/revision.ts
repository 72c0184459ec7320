import type { DatabaseSync } from 'node:sqlite'
import type { Revision } from '../graph-store.ts'
import { prepared } from './connection.ts'

/** See the port. */
export function revision(db: DatabaseSync): Revision {
  return Number(prepared(db, 'select coalesce(max(revision), 0) as revision from "commit"').get()?.revision)
}
