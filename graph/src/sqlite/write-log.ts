import type { DatabaseSync } from 'node:sqlite'
import type { Delta } from '@alidade/model'
import { keptSince, logPieces } from '../change-log.ts'
import type { Revision } from '../graph-store.ts'
import { shelfEntries } from '../log-index.ts'
import { prepared } from './connection.ts'

/** Logs what the delta changes of facts. */
export function writeLog(db: DatabaseSync, revision: Revision, delta: Delta): void {
  const pieces = logPieces(delta)
  const insert = prepared(db, 'insert into log (revision, piece, body) values (?, ?, ?)')
  for (const [piece, { body }] of pieces.entries()) insert.run(revision, piece, body)
  const index = prepared(db, 'insert into log_ref (shelf, revision, entries) values (?, ?, ?)')
  for (const { shelf, entries } of shelfEntries(pieces)) index.run(shelf, revision, entries)
}

/** Forgets the oldest commits, as long as they are more than 180 days older than the newest. */
export function forgetOldLog(db: DatabaseSync, at: string): void {
  const cutoff = keptSince(at)
  const commits = prepared(
    db,
    'select revision, at from "commit" where revision > (select revision from log_start) order by revision',
  )
  let forgotten: Revision | undefined
  for (const commit of commits.iterate()) {
    if (Date.parse(String(commit.at)) >= cutoff) break
    forgotten = Number(commit.revision)
  }
  if (forgotten !== undefined) forgetUpTo(db, forgotten)
}

function forgetUpTo(db: DatabaseSync, revision: Revision): void {
  prepared(db, 'delete from log_ref where revision <= ?').run(revision)
  prepared(db, 'delete from log where revision <= ?').run(revision)
  prepared(db, 'update log_start set revision = ?').run(revision)
}
