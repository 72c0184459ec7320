import type { DatabaseSync } from 'node:sqlite'
import type { NewRecord, Revision } from '../graph-store.ts'
import { prepared } from './connection.ts'

/** Adds records, in their order. */
export function writeRecords(db: DatabaseSync, revision: Revision, records: readonly NewRecord[]): void {
  const insert = prepared(db, 'insert into record (stream, revision, value) values (?, ?, ?)')
  for (const { stream, value } of records) insert.run(stream, revision, JSON.stringify(value))
}
