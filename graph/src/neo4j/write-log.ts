import type { Delta } from '@alidade/model'
import { keptSince, logPieces } from '../change-log.ts'
import type { Revision } from '../graph-store.ts'
import { shelfEntries } from '../log-index.ts'
import { toNeo4jBytes } from './bytes.ts'
import { int, type Transaction } from './connection.ts'

/** Logs what the delta changes of facts. */
export async function writeLog({ run }: Transaction, revision: Revision, delta: Delta): Promise<void> {
  const pieces = logPieces(delta)
  if (pieces.length === 0) return
  const shelves = shelfEntries(pieces)
  await Promise.all([
    run('UNWIND $rows AS row CREATE (l:AlidadeLog) SET l = row', {
      rows: pieces.map(({ body }, piece) => ({
        revision: int(revision),
        piece: int(piece),
        body: toNeo4jBytes(body),
      })),
    }),
    run('UNWIND $rows AS row CREATE (l:AlidadeLogShelf) SET l = row', {
      rows: shelves.map(({ shelf, entries }) => ({
        revision: int(revision),
        shelf: int(shelf),
        entries: toNeo4jBytes(entries),
      })),
    }),
  ])
}

/**
 * Forgets the oldest commits, as long as they are more than 180 days older than the newest, which is stored by then.
 * @param at when the newest was
 */
export async function forgetOldLog({ run }: Transaction, at: string, log: LogStart): Promise<void> {
  const cutoff = keptSince(at)
  if (log.oldest === undefined || log.oldest >= cutoff) return
  const [row] = await run(
    `MATCH (c:AlidadeCommit) WHERE c.revision > $start
     WITH c ORDER BY c.revision
     WITH c WHERE c.time >= $cutoff
     RETURN c.revision AS kept LIMIT 1`,
    { start: int(log.start), cutoff: int(cutoff) },
  )
  const revision = int(Number(row?.get('kept')) - 1)
  await Promise.all([
    run('MATCH (l:AlidadeLog) WHERE l.revision <= $revision DELETE l', { revision }),
    run('MATCH (l:AlidadeLogShelf) WHERE l.revision <= $revision DELETE l', { revision }),
    run("MATCH (store:AlidadeStore {name: 'store'}) SET store.logStart = $revision", { revision }),
  ])
}

/** Where the log begins. */
export interface LogStart {
  /** It goes back to this revision. */
  readonly start: Revision
  /** When the first commit after it was, in milliseconds; undefined where there is none. */
  readonly oldest: number | undefined
}
