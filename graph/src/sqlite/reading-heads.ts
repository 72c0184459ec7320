import type { DatabaseSync } from 'node:sqlite'
import type { ReadingHead } from '@alidade/model'
import { readingHeadRow } from '../rows.ts'
import { prepared } from './connection.ts'

/** See the port. */
export function readingHeads(db: DatabaseSync, sources?: readonly string[]): ReadingHead[] {
  const rows = sources
    ? prepared(
        db,
        `select head from reading where source in (select value from json_each(?)) order by source, file`,
      ).all(JSON.stringify(sources))
    : prepared(db, 'select head from reading order by source, file').all()
  return rows.map(({ head }) => readingHeadRow.parse(JSON.parse(String(head))))
}
