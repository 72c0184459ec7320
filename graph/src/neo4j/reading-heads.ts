import type { ReadingHead } from '@alidade/model'
import { readingHeadRow } from '../rows.ts'
import type { Connection } from './connection.ts'

/** See the port. */
export async function readingHeads(
  { query }: Connection,
  sources?: readonly string[],
): Promise<readonly ReadingHead[]> {
  if (sources?.length === 0) return []
  const rows = await query(
    `MATCH (r:AlidadeReading) ${sources ? 'WHERE r.source IN $sources' : ''}
     RETURN r.head AS head ORDER BY r.source, r.file`,
    { sources: sources ?? null },
  )
  return rows.map((row) => readingHeadRow.parse(JSON.parse(row.get('head'))))
}
