import type { Commit, KeyedReading } from '../graph-store.ts'
import { hashKey } from '../hash-key.ts'
import { int, type Transaction } from './connection.ts'
import { readingId } from './reading-id.ts'

/** Replaces and removes readings, with all that they said. */
export async function writeReadings(
  { run }: Transaction,
  { put = [], remove = [] }: NonNullable<Commit['readings']>,
): Promise<void> {
  const ids = [...remove, ...put].map(readingId)
  if (ids.length === 0) return
  await Promise.all([
    run(
      `UNWIND $ids AS id
       MATCH (r:AlidadeReading {id: id})
       OPTIONAL MATCH (r)-[:ALIDADE_SAYS]->(s)
       OPTIONAL MATCH (k)-[:ALIDADE_FINDS]->(s)
       DETACH DELETE k, s, r`,
      { ids },
    ),
    put.length === 0 ||
      run(
        `UNWIND $readings AS reading
         CREATE (r:AlidadeReading {id: reading.id, source: reading.source, file: reading.file, head: reading.head})
         WITH r, reading UNWIND reading.statements AS said
         CREATE (r)-[:ALIDADE_SAYS]->(s:AlidadeStatement {place: said.place, body: said.body, keys: said.keys})
         WITH s, said UNWIND said.hashes AS hash
         CREATE (:AlidadeKey {hash: hash})-[:ALIDADE_FINDS]->(s)`,
        { readings: put.map(row) },
      ),
  ])
}

function row({ statements, keys, ...head }: KeyedReading) {
  return {
    id: readingId(head),
    source: head.source,
    file: head.file,
    head: JSON.stringify(head),
    statements: statements.map((statement, place) => {
      const itsKeys = keys[place] ?? []
      return {
        place: int(place),
        body: JSON.stringify(statement),
        keys: JSON.stringify(itsKeys),
        hashes: [...new Set(itsKeys.map(hashKey))].map((hash) => int(hash)),
      }
    }),
  }
}
