import type { EntityHead, RelationHead } from '@alidade/model'
import { chunkSize } from '../bounds.ts'
import type { ScanChunk } from '../graph-store.ts'
import { scannedEntity, scannedRelation } from '../rows.ts'
import { type Connection, int } from './connection.ts'
import { inChunks } from './in-chunks.ts'

// How many entities' relations are read at once.
const entitiesAtOnce = 1_000

/**
 * See the port. Page by page in the order of refs, each a transaction of its own, so that a slow reader holds nothing
 * up; what is there all the while is given once.
 */
export async function* scan(connection: Connection): AsyncGenerator<ScanChunk> {
  for await (const entities of inChunks(entityPages(connection))) yield { entities }
  for await (const relations of inChunks(relationPages(connection))) yield { relations }
}

async function* entityPages({ query }: Connection): AsyncGenerator<readonly EntityHead[]> {
  for (let after: unknown = ''; ; ) {
    const rows = await query(
      `MATCH (e:Entity) WHERE e.ref > $after
       RETURN e.ref AS ref, e.kind AS kind, e.name AS name, e.unresolved AS unresolved, e.said AS said
       ORDER BY e.ref LIMIT $limit`,
      { after, limit: int(chunkSize) },
    )
    yield rows.map((row) => scannedEntity(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)))
    if (rows.length < chunkSize) return
    after = rows.at(-1)?.get('ref')
  }
}

async function* relationPages({ query }: Connection): AsyncGenerator<readonly RelationHead[]> {
  for (let after: unknown = ''; ; ) {
    const rows = await query(
      `MATCH (e:Entity) WHERE e.ref > $after
       WITH e ORDER BY e.ref LIMIT $limit
       RETURN e.ref AS ref, COLLECT {
         MATCH (e)-[r]->(other:Entity) RETURN [type(r), other.ref, r.confidence, r.places]
       } AS relations
       ORDER BY ref`,
      { after, limit: int(entitiesAtOnce) },
    )
    yield rows.flatMap((row) =>
      (row.get('relations') as unknown[][]).map(([type, to, confidence, places]) =>
        scannedRelation(row.get('ref'), type, to, confidence, places),
      ),
    )
    if (rows.length < entitiesAtOnce) return
    after = rows.at(-1)?.get('ref')
  }
}
