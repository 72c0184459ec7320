import type { DatabaseSync } from 'node:sqlite'
import type { Commit, Revision } from '../graph-store.ts'
import { atOtherRevision, leaseNotHeld } from '../refusals.ts'
import { inTransaction, prepared } from './connection.ts'
import { heldLease } from './lease.ts'
import { revision } from './revision.ts'
import { writeContents } from './write-contents.ts'
import { deleteEntities, putEntities } from './write-entities.ts'
import { forgetOldLog, writeLog } from './write-log.ts'
import { writeReadings } from './write-readings.ts'
import { writeRecords } from './write-records.ts'
import { writeRelations } from './write-relations.ts'
import { writeSources } from './write-sources.ts'

/**
 * See the port.
 * @param now by which leases are held, a UTC instant
 */
export function commit(db: DatabaseSync, commit: Commit, now: string): Revision {
  return inTransaction(db, () => {
    const applied = prepared(db, 'select revision from "commit" where id = ?').get(commit.id)
    if (applied) return Number(applied.revision)
    checkPreconditions(db, commit, now)
    return write(db, commit)
  })
}

function checkPreconditions(db: DatabaseSync, { expectedRevision, lease }: Commit, now: string): void {
  const actual = revision(db)
  if (expectedRevision !== undefined && expectedRevision !== actual) {
    throw atOtherRevision(expectedRevision, actual)
  }
  if (!lease) return
  const held = heldLease(db, lease.name, now)
  if (held?.holder !== lease.holder) throw leaseNotHeld(lease, held)
}

function write(
  db: DatabaseSync,
  { id, actor, at, delta, readings, sources, contents, records }: Commit,
): Revision {
  const { lastInsertRowid } = prepared(db, 'insert into "commit" (id, actor, at) values (?, ?, ?)').run(
    id,
    actor,
    at,
  )
  const revision = Number(lastInsertRowid)
  if (delta) {
    putEntities(db, delta.entities)
    writeRelations(db, delta.relations)
    // Last, since an entity goes only when nothing is related to it any more.
    deleteEntities(db, delta.entities)
    writeLog(db, revision, delta)
  }
  writeReadings(db, readings ?? {})
  writeSources(db, sources ?? {})
  writeContents(db, contents ?? [])
  writeRecords(db, revision, records ?? [])
  forgetOldLog(db, at)
  return revision
}
