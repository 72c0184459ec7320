import type { DatabaseSync } from 'node:sqlite'
import type { EntityHead, Ref, RelationHead } from '@alidade/model'
import type { ScanChunk } from '../graph-store.ts'
import { scannedEntity, scannedRelation } from '../rows.ts'
import { inChunks } from './in-chunks.ts'

/** See the port. It gives one state of the store. */
export async function* scan(db: DatabaseSync): AsyncGenerator<ScanChunk> {
  // Relations know their ends by number.
  const refs: Ref[] = []
  for await (const entities of inChunks(entityHeads(db, refs))) yield { entities }
  for await (const relations of inChunks(relationHeads(db, refs))) yield { relations }
}

function* entityHeads(db: DatabaseSync, refs: Ref[]): Generator<EntityHead> {
  for (const row of arrays(db, 'select id, ref, kind, name, unresolved, said from entity')) {
    const head = scannedEntity(row[1], row[2], row[3], row[4], row[5])
    refs[Number(row[0])] = head.ref
    yield head
  }
}

function* relationHeads(db: DatabaseSync, refs: readonly Ref[]): Generator<RelationHead> {
  // The index holds just these columns, so the evidence is not read.
  const sql = 'select "from", type, "to", confidence, places from relation indexed by relation_in'
  for (const row of arrays(db, sql)) {
    yield scannedRelation(refs[Number(row[0])], row[1], refs[Number(row[2])], row[3], row[4])
  }
}

/** Rows as arrays, which are quicker than objects: `row[0]` is the first column. */
function arrays(db: DatabaseSync, sql: string): Iterable<Readonly<Record<number, unknown>>> {
  const statement = db.prepare(sql)
  statement.setReturnArrays(true)
  return statement.iterate()
}
