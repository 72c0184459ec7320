import type { Reading, ReadingKey } from '@alidade/model'
import { checkBound } from '../bounds.ts'
import { readingRow } from '../rows.ts'
import type { Connection } from './connection.ts'
import { readingId } from './reading-id.ts'

/** See the port. */
export async function readings(
  { query }: Connection,
  keys: readonly ReadingKey[],
): Promise<readonly (Reading | undefined)[]> {
  checkBound(keys.length, 'readings')
  if (keys.length === 0) return []
  const rows = await query(
    `UNWIND $ids AS id
     MATCH (r:AlidadeReading {id: id})
     RETURN id, r.head AS head,
       COLLECT { MATCH (r)-[:ALIDADE_SAYS]->(s) RETURN s.body ORDER BY s.place } AS statements`,
    { ids: [...new Set(keys.map(readingId))] },
  )
  const found = new Map(
    rows.map((row) => {
      const statements = (row.get('statements') as string[]).map((body) => JSON.parse(body))
      return [row.get('id') as string, readingRow.parse({ ...JSON.parse(row.get('head')), statements })]
    }),
  )
  return keys.map((key) => found.get(readingId(key)))
}
