import type { Commit, Lease, Revision } from '../graph-store.ts'
import { atOtherRevision, leaseNotHeld, storeUnfinished } from '../refusals.ts'
import { checkDelta } from './check-delta.ts'
import { type Connection, int, type Transaction } from './connection.ts'
import { heldLease } from './lease.ts'
import { lockStore } from './lock-store.ts'
import { writeContents } from './write-contents.ts'
import { deleteEntities, putEntities } from './write-entities.ts'
import { forgetOldLog, type LogStart, writeLog } from './write-log.ts'
import { writeReadings } from './write-readings.ts'
import { writeRecords } from './write-records.ts'
import { writeRelations } from './write-relations.ts'
import { writeSources } from './write-sources.ts'

/**
 * See the port.
 * @param now by which leases are held, a UTC instant
 * @param where how messages name the store
 */
export async function commit(
  { write }: Connection,
  commit: Commit,
  now: string,
  where: string,
): Promise<Revision> {
  return write(async (transaction) => {
    const [, state] = await Promise.all([lockStore(transaction), stateFor(transaction, commit)])
    // The driver sends a commit again when the connection broke, also while it was being applied.
    if (state.applied !== undefined) return state.applied
    if (state.loading) throw storeUnfinished(where)
    checkPreconditions(commit, state)
    return apply(transaction, commit, state)
  })

  function checkPreconditions({ expectedRevision, lease }: Commit, { revision, held }: State): void {
    if (expectedRevision !== undefined && expectedRevision !== revision) {
      throw atOtherRevision(expectedRevision, revision)
    }
    if (!lease) return
    const holder = heldLease(held, now)
    if (holder?.holder !== lease.holder) throw leaseNotHeld(lease, holder)
  }
}

interface State {
  readonly revision: Revision
  /** The number of the last record. */
  readonly records: number
  /** What the commit led to, if it was applied before. */
  readonly applied: Revision | undefined
  /** Whether somebody fills it from another store, or began to. */
  readonly loading: boolean
  readonly held: Partial<Lease>
  readonly log: LogStart
}

async function stateFor({ run }: Transaction, { id, lease }: Commit): Promise<State> {
  const [row] = await run(
    `MATCH (store:AlidadeStore {name: 'store'})
     OPTIONAL MATCH (c:AlidadeCommit {id: $id})
     OPTIONAL MATCH (l:AlidadeLease {name: $lease})
     OPTIONAL MATCH (oldest:AlidadeCommit {revision: store.logStart + 1})
     RETURN store.revision AS revision, store.records AS records, c.revision AS applied, l.holder AS holder,
       l.until AS until, store.logStart AS start, oldest.time AS oldest,
       store.loading IS NOT NULL AS loading`,
    { id, lease: lease?.name ?? '' },
  )
  if (!row) throw new Error('the store has lost its AlidadeStore node: put a backup in its place')
  return {
    revision: row.get('revision'),
    records: row.get('records'),
    applied: row.get('applied') ?? undefined,
    loading: row.get('loading'),
    held: { holder: row.get('holder'), until: row.get('until') },
    log: { start: row.get('start'), oldest: row.get('oldest') ?? undefined },
  }
}

async function apply(transaction: Transaction, commit: Commit, state: State): Promise<Revision> {
  const { delta, readings = {}, sources = {}, contents = [], records = [] } = commit
  const revision = state.revision + 1
  if (delta) await checkDelta(transaction, delta)
  // Each is sent without waiting for those before it; they are done in this order.
  await Promise.all([
    writeCommit(transaction, commit, revision, state.records + records.length),
    ...(delta
      ? [
          putEntities(transaction, delta.entities),
          writeRelations(transaction, delta.relations),
          // After them, since an entity goes only when nothing is related to it any more.
          deleteEntities(transaction, delta.entities),
          writeLog(transaction, revision, delta),
        ]
      : []),
    writeReadings(transaction, readings),
    writeSources(transaction, sources),
    writeContents(transaction, contents),
    writeRecords(transaction, records, { ...commit, revision, last: state.records }),
    forgetOldLog(transaction, commit.at, state.log),
  ])
  return revision
}

async function writeCommit(
  { run }: Transaction,
  { id, actor, at }: Commit,
  revision: Revision,
  records: number,
): Promise<void> {
  await run(
    `CREATE (:AlidadeCommit {id: $id, revision: $revision, actor: $actor, at: $at, time: $time})
     WITH 1 AS one
     MATCH (store:AlidadeStore {name: 'store'})
     SET store.revision = $revision, store.records = $records`,
    { id, actor, at, time: int(Date.parse(at)), revision: int(revision), records: int(records) },
  )
}
