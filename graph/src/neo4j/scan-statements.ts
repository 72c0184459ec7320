import type { LocatedStatement } from '@alidade/model'
import { scannedStatement } from '../rows.ts'
import { type Connection, int } from './connection.ts'
import { inChunks } from './in-chunks.ts'

// How many readings are read at once.
const readingsAtOnce = 200

/** See the port. Page by page, each a transaction of its own. */
export async function* scanStatements(connection: Connection): AsyncGenerator<readonly LocatedStatement[]> {
  yield* inChunks(pages(connection))
}

async function* pages({ query }: Connection): AsyncGenerator<readonly LocatedStatement[]> {
  for (let after: unknown = ''; ; ) {
    const rows = await query(
      `MATCH (r:AlidadeReading) WHERE r.id > $after
       WITH r ORDER BY r.id LIMIT $limit
       RETURN r.id AS id, r.source AS source, r.file AS file,
         COLLECT { MATCH (r)-[:ALIDADE_SAYS]->(s) RETURN s.body ORDER BY s.place } AS statements
       ORDER BY id`,
      { after, limit: int(readingsAtOnce) },
    )
    yield rows.flatMap((row) =>
      (row.get('statements') as string[]).map((body) =>
        scannedStatement(row.get('source'), row.get('file'), body),
      ),
    )
    if (rows.length < readingsAtOnce) return
    after = rows.at(-1)?.get('id')
  }
}
