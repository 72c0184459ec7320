import type { DatabaseSync } from 'node:sqlite'
import type { DumpChunk, LoggedCommit, Revision, StoredRecord } from '../graph-store.ts'
import { storeNotEmpty } from '../refusals.ts'
import { prepared } from './connection.ts'
import { revision } from './revision.ts'
import { writeContents } from './write-contents.ts'
import { putEntities } from './write-entities.ts'
import { writeLog } from './write-log.ts'
import { writeReadings } from './write-readings.ts'
import { writeRelations } from './write-relations.ts'
import { writeSources } from './write-sources.ts'

type Step =
  | { readonly step: 'begin' | 'end' | 'abandon' }
  | { readonly step: 'chunk'; readonly chunk: string }

/**
 * One step of what the port calls loading, which is one transaction from `begin` to `end` or `abandon`.
 * @param file how messages name the store
 * @returns the revision, at the end
 */
export function loadStep(db: DatabaseSync, file: string, step: Step): Revision | undefined {
  switch (step.step) {
    case 'begin':
      db.exec('begin immediate')
      if (revision(db) === 0) return undefined
      db.exec('rollback')
      throw storeNotEmpty(file)
    case 'chunk':
      if (!db.isTransaction) throw new Error('a chunk was given to a store that is not being loaded')
      loadChunk(db, JSON.parse(step.chunk))
      return undefined
    case 'end':
      db.exec('commit')
      return revision(db)
    case 'abandon':
      // SQLite takes some failures, such as a full disk, back by itself.
      if (db.isTransaction) db.exec('rollback')
      return undefined
  }
}

function loadChunk(db: DatabaseSync, chunk: DumpChunk): void {
  switch (chunk.of) {
    case 'state':
      for (const { logStart } of chunk.rows) {
        prepared(db, 'update log_start set revision = ?').run(logStart)
      }
      return
    case 'entities':
      putEntities(db, chunk.rows.map(asNew))
      return
    case 'relations':
      writeRelations(db, chunk.rows.map(asNew))
      return
    case 'sources':
      writeSources(db, { put: chunk.rows })
      return
    case 'readings':
      writeReadings(db, { put: chunk.rows })
      return
    case 'contents':
      writeContents(db, chunk.rows)
      return
    case 'commits':
      for (const commit of chunk.rows) loadCommit(db, commit)
      return
    case 'records':
      for (const record of chunk.rows) loadRecord(db, record)
  }
}

function asNew<Fact>(after: Fact): { readonly after: Fact } {
  return { after }
}

function loadCommit(db: DatabaseSync, { revision, id, actor, at, delta }: LoggedCommit): void {
  prepared(db, 'insert into "commit" (revision, id, actor, at) values (?, ?, ?, ?)').run(
    revision,
    id,
    actor,
    at,
  )
  writeLog(db, revision, delta)
}

/** Its time and its actor are those of its commit. */
function loadRecord(db: DatabaseSync, { sequence, stream, revision, value }: StoredRecord): void {
  prepared(db, 'insert into record (sequence, stream, revision, value) values (?, ?, ?, ?)').run(
    sequence,
    stream,
    revision,
    JSON.stringify(value),
  )
}
