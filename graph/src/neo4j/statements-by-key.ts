import type { LocatedStatement } from '@alidade/model'
import { checkBound } from '../bounds.ts'
import { hashKey } from '../hash-key.ts'
import { statementRow } from '../rows.ts'
import { type Connection, int } from './connection.ts'

/** See the port. */
export async function statementsByKey(
  { query }: Connection,
  keys: readonly string[],
): Promise<readonly LocatedStatement[]> {
  checkBound(keys.length, 'keys')
  if (keys.length === 0) return []
  const asked = new Set(keys)
  const rows = await query(
    `UNWIND $hashes AS hash
     MATCH (:AlidadeKey {hash: hash})-[:ALIDADE_FINDS]->(s)
     WITH DISTINCT s
     MATCH (r:AlidadeReading)-[:ALIDADE_SAYS]->(s)
     RETURN r.source AS source, r.file AS file, s.body AS body, s.keys AS keys
     ORDER BY r.source, r.file, s.place`,
    { hashes: [...asked].map((key) => int(hashKey(key))) },
  )
  return rows
    .filter((row) => (JSON.parse(row.get('keys')) as string[]).some((key) => asked.has(key)))
    .map((row) =>
      statementRow.parse({
        source: row.get('source'),
        file: row.get('file'),
        statement: JSON.parse(row.get('body')),
      }),
    )
}
