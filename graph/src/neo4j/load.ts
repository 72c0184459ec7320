import { randomUUID } from 'node:crypto'
import type { DumpChunk, LoggedCommit, Revision, StoredRecord, StoreState } from '../graph-store.ts'
import { loadTakenOver, storeNotEmpty, storeUnfinished } from '../refusals.ts'
import { type Connection, int, type Transaction } from './connection.ts'
import { bookkeepingLabels, entityLabel } from './labels.ts'
import { lockStore } from './lock-store.ts'
import { writeContents } from './write-contents.ts'
import { putEntities } from './write-entities.ts'
import { writeLog } from './write-log.ts'
import { writeReadings } from './write-readings.ts'
import { writeRelations } from './write-relations.ts'
import { writeSources } from './write-sources.ts'

const deletedAtOnce = 10_000
const kept: readonly string[] = ['AlidadeStore', 'AlidadeLease']

/**
 * See the port. Neo4j holds a transaction in memory, so this is one for each chunk. `loading` on the store's node says
 * meanwhile that it is unfinished and whose turn it is, `loaded` how many chunks are in: the driver sends a transaction
 * again when the connection broke at its end, also where it had been done.
 */
export async function load(
  connection: Connection,
  where: string,
  chunks: AsyncIterable<DumpChunk>,
): Promise<Revision> {
  const id = randomUUID()
  await begin(connection, where, id)
  await clear(connection, where, id)
  let number = 0
  let state: StoreState | undefined
  for await (const chunk of chunks) {
    number += 1
    const isNext = number
    if (chunk.of === 'state') state = chunk.rows[0]
    await connection.write(async (transaction) => {
      const loaded = await turnOf(transaction, where, id)
      if (loaded >= isNext) return
      await loadChunk(transaction, chunk)
      await transaction.run("MATCH (s:AlidadeStore {name: 'store'}) SET s.loaded = $number", {
        number: int(isNext),
      })
    })
  }
  if (!state) throw new Error('a dump begins with the state of its store, and this one has none')
  await finish(connection, where, id, state)
  return state.revision
}

/** @throws InvalidInput `store-unfinished` for a store that is being loaded, or whose loading was broken off */
export async function refuseUnfinished({ query }: Connection, where: string): Promise<void> {
  const rows = await query(
    "MATCH (s:AlidadeStore {name: 'store'}) WHERE s.loading IS NOT NULL RETURN s.loading",
  )
  if (rows.length > 0) throw storeUnfinished(where)
}

async function begin({ write }: Connection, where: string, id: string): Promise<void> {
  await write(async (transaction) => {
    await lockStore(transaction)
    const rows = await transaction.run(
      "MATCH (s:AlidadeStore {name: 'store'}) WHERE s.revision = 0 SET s.loading = $id, s.loaded = 0 RETURN 1",
      { id },
    )
    if (rows.length === 0) throw storeNotEmpty(where)
  })
}

/** Takes away what a loading that was broken off has left. */
async function clear({ write }: Connection, where: string, id: string): Promise<void> {
  for (const label of [entityLabel, ...bookkeepingLabels]) {
    if (kept.includes(label)) continue
    for (let deleted = deletedAtOnce; deleted === deletedAtOnce; ) {
      deleted = await write(async (transaction) => {
        await turnOf(transaction, where, id)
        const [row] = await transaction.run(
          `MATCH (n:${label}) WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS deleted`,
          { limit: int(deletedAtOnce) },
        )
        return Number(row?.get('deleted'))
      })
    }
  }
}

/** How many chunks are in. @throws InvalidInput when another loading has begun meanwhile */
async function turnOf(transaction: Transaction, where: string, id: string): Promise<number> {
  const [, rows] = await Promise.all([
    lockStore(transaction),
    transaction.run("MATCH (s:AlidadeStore {name: 'store'}) RETURN s.loading AS loading, s.loaded AS loaded"),
  ])
  const [row] = rows
  if (row?.get('loading') !== id) throw loadTakenOver(where)
  return row.get('loaded')
}

async function finish(
  { write }: Connection,
  where: string,
  id: string,
  { revision, logStart, records }: StoreState,
): Promise<void> {
  await write(async (transaction) => {
    const [row] = await transaction.run(
      "MATCH (s:AlidadeStore {name: 'store'}) RETURN s.lastLoad = $id AS done",
      { id },
    )
    if (row?.get('done')) return
    await turnOf(transaction, where, id)
    await transaction.run(
      `MATCH (s:AlidadeStore {name: 'store'})
       SET s.revision = $revision, s.logStart = $logStart, s.records = $records, s.lastLoad = $id
       REMOVE s.loading, s.loaded`,
      { revision: int(revision), logStart: int(logStart), records: int(records), id },
    )
  })
}

async function loadChunk(transaction: Transaction, chunk: DumpChunk): Promise<void> {
  switch (chunk.of) {
    case 'state':
      return
    case 'entities':
      return putEntities(transaction, chunk.rows.map(asNew))
    case 'relations':
      return writeRelations(transaction, chunk.rows.map(asNew))
    case 'sources':
      return writeSources(transaction, { put: chunk.rows })
    case 'readings':
      return writeReadings(transaction, { put: chunk.rows })
    case 'contents':
      return writeContents(transaction, chunk.rows)
    case 'commits':
      return loadCommits(transaction, chunk.rows)
    case 'records':
      return loadRecords(transaction, chunk.rows)
  }
}

function asNew<Fact>(after: Fact): { readonly after: Fact } {
  return { after }
}

async function loadCommits(transaction: Transaction, commits: readonly LoggedCommit[]): Promise<void> {
  await transaction.run('UNWIND $rows AS row CREATE (c:AlidadeCommit) SET c = row', {
    rows: commits.map(({ revision, id, actor, at }) => ({
      revision: int(revision),
      id,
      actor,
      at,
      time: int(Date.parse(at)),
    })),
  })
  for (const { revision, delta } of commits) await writeLog(transaction, revision, delta)
}

async function loadRecords({ run }: Transaction, records: readonly StoredRecord[]): Promise<void> {
  await run('UNWIND $rows AS row CREATE (r:AlidadeRecord) SET r = row', {
    rows: records.map(({ stream, value, sequence, revision, at, actor }) => ({
      stream,
      value: JSON.stringify(value),
      sequence: int(sequence),
      revision: int(revision),
      at,
      actor,
    })),
  })
}
