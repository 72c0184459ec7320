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
export async function forgetOldLog({ run }: Transaction, at: string): Promise<void> {
  const [row] = await run(
    `MATCH (store:AlidadeStore {name: 'store'})
     MATCH (c:AlidadeCommit) WHERE c.revision > store.logStart
     WITH store, c ORDER BY c.revision
     WITH store, c WHERE c.time >= $cutoff
     RETURN c.revision AS kept, store.logStart AS start LIMIT 1`,
    { cutoff: int(keptSince(at)) },
  )
  const kept = Number(row?.get('kept') ?? 0)
  if (kept <= Number(row?.get('start') ?? 0) + 1) return
  const revision = int(kept - 1)
  await Promise.all([
    run('MATCH (l:AlidadeLog) WHERE l.revision <= $revision DELETE l', { revision }),
    run('MATCH (l:AlidadeLogShelf) WHERE l.revision <= $revision DELETE l', { revision }),
    run("MATCH (store:AlidadeStore {name: 'store'}) SET store.logStart = $revision", { revision }),
  ])
}
