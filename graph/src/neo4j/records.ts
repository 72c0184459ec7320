import { checkBound, checkLimit } from '../bounds.ts'
import type { StoredRecord } from '../graph-store.ts'
import { recordRow } from '../rows.ts'
import { type Connection, int } from './connection.ts'

/** See the port. */
export async function records(
  { query }: Connection,
  { stream, after, limit }: { stream: string; after: number; limit: number },
): Promise<readonly StoredRecord[]> {
  checkBound(limit, 'records')
  checkLimit(limit, 0)
  const rows = await query(
    `MATCH (r:AlidadeRecord) WHERE r.stream = $stream AND r.sequence > $after
     RETURN r.stream AS stream, r.value AS value, r.sequence AS sequence, r.revision AS revision, r.at AS at,
       r.actor AS actor
     ORDER BY r.stream, r.sequence LIMIT $limit`,
    { stream, after: int(after), limit: int(limit) },
  )
  return rows.map((row) => recordRow.parse({ ...row.toObject(), value: JSON.parse(row.get('value')) }))
}
