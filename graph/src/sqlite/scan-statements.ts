import type { DatabaseSync } from 'node:sqlite'
import type { LocatedStatement } from '@alidade/model'
import { scannedStatement } from '../rows.ts'
import { inChunks } from './in-chunks.ts'

/** See the port. */
export async function* scanStatements(db: DatabaseSync): AsyncGenerator<readonly LocatedStatement[]> {
  yield* inChunks(statements(db))
}

function* statements(db: DatabaseSync): Generator<LocatedStatement> {
  const rows = db.prepare(
    `select r.source, r.file, s.body from reading r cross join statement s on s.reading = r.id
     order by r.source, r.file, s.place`,
  )
  rows.setReturnArrays(true)
  for (const row of rows.iterate()) yield scannedStatement(row[0], row[1], row[2])
}
