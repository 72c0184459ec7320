import type { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import type { Entity, Relation } from '@alidade/model'
import { joinLogPieces } from '../change-log.ts'
import { chunkOf, dumpChunks, type WeighedRow } from '../dump-chunks.ts'
import type { Content, DumpChunk, KeyedReading, LoggedCommit, StoredRecord } from '../graph-store.ts'
import { joinPieces } from '../pieces.ts'
import { dumpRows, recordRow } from '../rows.ts'
import { readEntity } from './entities.ts'
import { readRelation } from './relations.ts'
import { revision } from './revision.ts'
import { sources } from './sources.ts'

/** See the port. The connection is in a transaction, so all of it is one state. */
export async function* dump(db: DatabaseSync): AsyncGenerator<DumpChunk> {
  for await (const chunk of everything(db)) {
    yield chunk
    // Others of the thread have their turn.
    await setImmediate()
  }
}

async function* everything(db: DatabaseSync): AsyncGenerator<DumpChunk> {
  yield chunkOf('state', [
    {
      revision: revision(db),
      logStart: Number(db.prepare('select revision from log_start').get()?.revision),
      records: Number(db.prepare('select coalesce(max(sequence), 0) as last from record').get()?.last),
    },
  ])
  yield* dumpChunks('entities', entities(db))
  yield* dumpChunks('relations', relations(db))
  yield* dumpChunks(
    'sources',
    sources(db).map((row) => ({ row, characters: 500 })),
  )
  yield* dumpChunks('readings', readings(db))
  yield* dumpChunks('contents', contents(db))
  yield* dumpChunks('commits', commits(db))
  yield* dumpChunks('records', records(db))
}

function* entities(db: DatabaseSync): Generator<WeighedRow<Entity>> {
  const rows = db.prepare('select ref, kind, name, unresolved, said, detail from entity order by ref')
  for (const row of rows.iterate()) {
    yield { row: readEntity(row), characters: String(row.said).length + String(row.detail).length }
  }
}

/** Entity by entity, so that the relations need not be sorted as a whole. */
function* relations(db: DatabaseSync): Generator<WeighedRow<Relation>> {
  const from = db.prepare('select id, ref from entity order by ref')
  const out = db.prepare(
    `select ? as "from", r.type, t.ref as "to", r.properties, r.more_evidence, r.evidence
     from relation r join entity t on t.id = r."to" where r."from" = ? order by r.type, t.ref`,
  )
  for (const { id = null, ref = null } of from.iterate()) {
    for (const row of out.iterate(ref, id)) {
      const characters = String(row.properties).length + String(row.evidence).length
      yield { row: readRelation(row), characters }
    }
  }
}

function* readings(db: DatabaseSync): Generator<WeighedRow<KeyedReading>> {
  const heads = db.prepare('select id, head from reading order by source, file')
  const said = db.prepare('select body, keys from statement where reading = ? order by place')
  for (const { id = null, head } of heads.iterate()) {
    const statements = said.all(id)
    const row = dumpRows.readings.parse({
      ...JSON.parse(String(head)),
      statements: statements.map(({ body }) => JSON.parse(String(body))),
      keys: statements.map(({ keys }) => JSON.parse(String(keys))),
    })
    const characters = statements.reduce((sum, { body }) => sum + String(body).length, 0)
    yield { row, characters }
  }
}

function* contents(db: DatabaseSync): Generator<WeighedRow<Content>> {
  const hashes = db.prepare('select distinct hash from content order by hash')
  const pieces = db.prepare('select body from content where hash = ? order by piece')
  for (const { hash } of hashes.iterate()) {
    const text = joinPieces(pieces.all(String(hash)).map(({ body }) => body as Uint8Array))
    yield { row: { hash: String(hash), text }, characters: text.length }
  }
}

function* commits(db: DatabaseSync): Generator<WeighedRow<LoggedCommit>> {
  const rows = db.prepare('select revision, id, actor, at from "commit" order by revision')
  const pieces = db.prepare('select body from log where revision = ? order by piece')
  for (const { revision = null, id, actor, at } of rows.iterate()) {
    const bodies = pieces.all(revision).map(({ body }) => body as Uint8Array)
    const row = dumpRows.commits.parse({ revision, id, actor, at, delta: joinLogPieces(bodies) })
    yield { row, characters: 100 + 10 * bodies.reduce((sum, { length }) => sum + length, 0) }
  }
}

function* records(db: DatabaseSync): Generator<WeighedRow<StoredRecord>> {
  const rows = db.prepare(
    `select r.stream, r.value, r.sequence, r.revision, c.at, c.actor
     from record r join "commit" c on c.revision = r.revision order by r.sequence`,
  )
  for (const row of rows.iterate()) {
    const value = String(row.value)
    yield { row: recordRow.parse({ ...row, value: JSON.parse(value) }), characters: value.length }
  }
}
