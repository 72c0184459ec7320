import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { ReadingKey } from '@alidade/model'
import type { Commit, KeyedReading } from '../graph-store.ts'
import { hashKey } from '../hash-key.ts'
import { prepared } from './connection.ts'

type KeyRow = readonly [hash: number, reading: SQLInputValue, place: number]

/** Replaces and removes readings, with all that they said. */
export function writeReadings(
  db: DatabaseSync,
  { put = [], remove = [] }: NonNullable<Commit['readings']>,
): void {
  for (const key of remove) deleteReading(db, key)
  const rows = put.flatMap((reading) => {
    deleteReading(db, reading)
    return insertReading(db, reading)
  })
  const index = prepared(db, 'insert into statement_key (hash, reading, place) values (?, ?, ?)')
  // In order, since neighbours in the index are quicker to write.
  for (const row of rows.sort(([a], [b]) => a - b)) index.run(...row)
}

/** Gives the rows by which its statements are found. */
function insertReading(db: DatabaseSync, { statements, keys, ...head }: KeyedReading): KeyRow[] {
  const { lastInsertRowid: id } = prepared(
    db,
    'insert into reading (source, file, head) values (?, ?, ?)',
  ).run(head.source, head.file, JSON.stringify(head))
  const insert = prepared(db, 'insert into statement (reading, place, body, keys) values (?, ?, ?, ?)')
  return [...statements.entries()].flatMap(([place, statement]) => {
    const itsKeys = keys[place] ?? []
    insert.run(id, place, JSON.stringify(statement), JSON.stringify(itsKeys))
    return [...hashes(itsKeys)].map((hash): KeyRow => [hash, id, place])
  })
}

function deleteReading(db: DatabaseSync, { source, file }: ReadingKey): void {
  const found = prepared(db, 'select id from reading where source = ? and file = ?').get(source, file)
  if (!found) return
  const { id = null } = found
  const index = prepared(db, 'delete from statement_key where hash = ? and reading = ? and place = ?')
  for (const { place = null, keys } of prepared(
    db,
    'select place, keys from statement where reading = ?',
  ).all(id)) {
    for (const hash of hashes(JSON.parse(String(keys)))) index.run(hash, id, place)
  }
  prepared(db, 'delete from statement where reading = ?').run(id)
  prepared(db, 'delete from reading where id = ?').run(id)
}

function hashes(keys: readonly string[]): ReadonlySet<number> {
  return new Set(keys.map(hashKey))
}
