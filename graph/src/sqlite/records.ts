import type { DatabaseSync } from 'node:sqlite'
import { checkBound, checkLimit } from '../bounds.ts'
import type { StoredRecord } from '../graph-store.ts'
import { recordRow } from '../rows.ts'
import { prepared } from './connection.ts'

/** See the port. */
export function records(
  db: DatabaseSync,
  { stream, after, limit }: { stream: string; after: number; limit: number },
): StoredRecord[] {
  checkBound(limit, 'records')
  checkLimit(limit, 0)
  const rows = prepared(
    db,
    `select r.stream, r.value, r.sequence, r.revision, c.at, c.actor
     from record r join "commit" c on c.revision = r.revision
     where r.stream = ? and r.sequence > ? order by r.sequence limit ?`,
  ).all(stream, after, limit)
  return rows.map(({ value, ...row }) => recordRow.parse({ ...row, value: JSON.parse(String(value)) }))
}
