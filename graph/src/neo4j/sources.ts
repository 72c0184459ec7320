import type { Source } from '@alidade/model'
import { sourceRow } from '../rows.ts'
import type { Connection } from './connection.ts'

/** See the port. */
export async function sources({ query }: Connection): Promise<readonly Source[]> {
  const rows = await query('MATCH (s:AlidadeSource) RETURN s.body AS body ORDER BY s.id')
  return rows.map((row) => sourceRow.parse(JSON.parse(row.get('body'))))
}
