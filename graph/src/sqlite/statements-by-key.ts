import type { DatabaseSync } from 'node:sqlite'
import type { LocatedStatement } from '@alidade/model'
import { checkBound } from '../bounds.ts'
import { hashKey } from '../hash-key.ts'
import { statementRow } from '../rows.ts'
import { prepared } from './connection.ts'

/** See the port. */
export function statementsByKey(db: DatabaseSync, keys: readonly string[]): LocatedStatement[] {
  checkBound(keys.length, 'keys')
  const asked = new Set(keys)
  const rows = prepared(
    db,
    `with found as materialized (
       select distinct k.reading, k.place
       from json_each(?) asked cross join statement_key k on k.hash = asked.value
     )
     select r.source, r.file, s.body, s.keys
     from found
       cross join statement s on s.reading = found.reading and s.place = found.place
       cross join reading r on r.id = found.reading
     order by r.source, r.file, s.place`,
  ).all(JSON.stringify([...asked].map(hashKey)))
  return rows
    .filter((row) => (JSON.parse(String(row.keys)) as string[]).some((key) => asked.has(key)))
    .map(({ source, file, body }) =>
      statementRow.parse({ source, file, statement: JSON.parse(String(body)) }),
    )
}
