import type { DatabaseSync } from 'node:sqlite'
import type { Source } from '@alidade/model'
import { sourceRow } from '../rows.ts'
import { prepared } from './connection.ts'

/** See the port. */
export function sources(db: DatabaseSync): Source[] {
  const rows = prepared(db, 'select body from source order by id').all()
  return rows.map(({ body }) => sourceRow.parse(JSON.parse(String(body))))
}
