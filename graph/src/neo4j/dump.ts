import type { Entity, Relation } from '@alidade/model'
import type { Record as Row } from 'neo4j-driver'
import { joinLogPieces } from '../change-log.ts'
import { chunkOf, dumpChunks, type WeighedRow } from '../dump-chunks.ts'
import type { Content, DumpChunk, KeyedReading, LoggedCommit, StoredRecord } from '../graph-store.ts'
import { joinPieces } from '../pieces.ts'
import { dumpRows, recordRow } from '../rows.ts'
import { fromNeo4jBytes } from './bytes.ts'
import { type Connection, int, type Transaction } from './connection.ts'
import { readEntity } from './entities.ts'
import { lockStore } from './lock-store.ts'
import { readRelation } from './relations.ts'

/**
 * See the port. Neo4j shows each statement what was committed before it, so the store is locked: writers wait until all
 * is read.
 */
export async function* dump({ hold }: Connection): AsyncGenerator<DumpChunk> {
  const held = hold()
  try {
    await lockStore(held)
    yield* everything(held)
  } finally {
    await held.end()
  }
}

async function* everything(transaction: Transaction): AsyncGenerator<DumpChunk> {
  const [state] = await transaction.run(
    `MATCH (store:AlidadeStore {name: 'store'})
     RETURN store.revision AS revision, store.logStart AS logStart, store.records AS records`,
  )
  if (!state) throw new Error('the store has lost its AlidadeStore node: put a backup in its place')
  yield chunkOf('state', [dumpRows.state.parse(state.toObject())])
  yield* dumpChunks('entities', entities(transaction))
  yield* dumpChunks('relations', relations(transaction))
  const sources = await transaction.run('MATCH (s:AlidadeSource) RETURN s.body AS body ORDER BY s.id')
  yield* dumpChunks('sources', sources.map(json(dumpRows.sources.parse)))
  yield* dumpChunks('readings', readings(transaction))
  yield* dumpChunks('contents', contents(transaction))
  yield* dumpChunks('commits', commits(transaction))
  yield* dumpChunks('records', records(transaction))
}

function json<Result>(parse: (value: unknown) => Result): (row: Row) => WeighedRow<Result> {
  return (row) => ({ row: parse(JSON.parse(row.get('body'))), characters: row.get('body').length })
}

/**
 * The rows of a statement, page by page. It takes `$after`, the column `at` of the last row so far, and `$limit`.
 * @param first before all values of the column
 */
async function* pages(
  { run }: Transaction,
  cypher: string,
  first: string | number,
  limit: number,
): AsyncGenerator<Row> {
  for (let after = first; ; ) {
    const rows = await run(cypher, {
      after: typeof after === 'number' ? int(after) : after,
      limit: int(limit),
    })
    yield* rows
    if (rows.length < limit) return
    after = rows.at(-1)?.get('at')
  }
}

async function* entities(transaction: Transaction): AsyncGenerator<WeighedRow<Entity>> {
  const cypher = `
    MATCH (e:Entity) WHERE e.ref > $after
    RETURN e.ref AS at, e.ref AS ref, e.kind AS kind, e.name AS name, e.unresolved AS unresolved, e.said AS said,
      e.detail AS detail
    ORDER BY e.ref LIMIT $limit`
  for await (const row of pages(transaction, cypher, '', 1_000)) {
    yield { row: readEntity(row.toObject()), characters: row.get('said').length + row.get('detail').length }
  }
}

async function* relations(transaction: Transaction): AsyncGenerator<WeighedRow<Relation>> {
  const cypher = `
    MATCH (e:Entity) WHERE e.ref > $after
    WITH e ORDER BY e.ref LIMIT $limit
    RETURN e.ref AS at, COLLECT {
      MATCH (e)-[r]->(other:Entity)
      RETURN [type(r), other.ref, r.properties, r.evidence, r.moreEvidence] ORDER BY type(r), other.ref
    } AS relations
    ORDER BY at`
  for await (const row of pages(transaction, cypher, '', 200)) {
    const from = row.get('at')
    for (const [type, to, properties, evidence, moreEvidence] of row.get('relations') as unknown[][]) {
      const characters = String(properties).length + String(evidence).length
      yield { row: readRelation({ from, type, to, properties, evidence, moreEvidence }), characters }
    }
  }
}

async function* readings(transaction: Transaction): AsyncGenerator<WeighedRow<KeyedReading>> {
  const cypher = `
    MATCH (r:AlidadeReading) WHERE r.id > $after
    WITH r ORDER BY r.id LIMIT $limit
    RETURN r.id AS at, r.head AS head,
      COLLECT { MATCH (r)-[:ALIDADE_SAYS]->(s) RETURN [s.body, s.keys] ORDER BY s.place } AS said
    ORDER BY at`
  for await (const row of pages(transaction, cypher, '', 20)) {
    const said = row.get('said') as [body: string, keys: string][]
    const reading = dumpRows.readings.parse({
      ...JSON.parse(row.get('head')),
      statements: said.map(([body]) => JSON.parse(body)),
      keys: said.map(([, keys]) => JSON.parse(keys)),
    })
    yield { row: reading, characters: said.reduce((sum, [body]) => sum + body.length, 0) }
  }
}

async function* contents(transaction: Transaction): AsyncGenerator<WeighedRow<Content>> {
  const cypher = `
    MATCH (c:AlidadeContent) WHERE c.hash > $after
    WITH DISTINCT c.hash AS at ORDER BY at LIMIT $limit
    RETURN at, COLLECT { MATCH (c:AlidadeContent {hash: at}) RETURN c.body ORDER BY c.piece } AS pieces
    ORDER BY at`
  for await (const row of pages(transaction, cypher, '', 10)) {
    const text = joinPieces((row.get('pieces') as unknown[]).map(fromNeo4jBytes))
    yield { row: { hash: row.get('at'), text }, characters: text.length }
  }
}

async function* commits(transaction: Transaction): AsyncGenerator<WeighedRow<LoggedCommit>> {
  const cypher = `
    MATCH (c:AlidadeCommit) WHERE c.revision > $after
    WITH c ORDER BY c.revision LIMIT $limit
    RETURN c.revision AS at, c.id AS id, c.actor AS actor, c.at AS time,
      COLLECT { MATCH (l:AlidadeLog) WHERE l.revision = c.revision RETURN l.body ORDER BY l.piece } AS pieces
    ORDER BY at`
  for await (const row of pages(transaction, cypher, 0, 20)) {
    const bodies = (row.get('pieces') as unknown[]).map(fromNeo4jBytes)
    const commit = dumpRows.commits.parse({
      revision: row.get('at'),
      id: row.get('id'),
      actor: row.get('actor'),
      at: row.get('time'),
      delta: joinLogPieces(bodies),
    })
    yield { row: commit, characters: 100 + 10 * bodies.reduce((sum, { length }) => sum + length, 0) }
  }
}

async function* records(transaction: Transaction): AsyncGenerator<WeighedRow<StoredRecord>> {
  const cypher = `
    MATCH (r:AlidadeRecord) WHERE r.sequence > $after
    RETURN r.sequence AS at, r.stream AS stream, r.value AS value, r.revision AS revision, r.at AS time,
      r.actor AS actor
    ORDER BY at LIMIT $limit`
  for await (const row of pages(transaction, cypher, 0, 5_000)) {
    const record = recordRow.parse({
      stream: row.get('stream'),
      value: JSON.parse(row.get('value')),
      sequence: row.get('at'),
      revision: row.get('revision'),
      at: row.get('time'),
      actor: row.get('actor'),
    })
    yield { row: record, characters: row.get('value').length }
  }
}
