import type { DatabaseSync } from 'node:sqlite'
import type { Ref } from '@alidade/model'
import { checkBound, checkLimit } from '../bounds.ts'
import { changePage, readPiece } from '../change-log.ts'
import type { ChangePage, LoggedCommit, Revision } from '../graph-store.ts'
import { marksByShelf, piecesWith } from '../log-index.ts'
import { revisionTooOld } from '../refusals.ts'
import { inSnapshot, prepared } from './connection.ts'
import { revision } from './revision.ts'

/** See the port. */
export function changes(
  db: DatabaseSync,
  { since, limit, refs }: { since: Revision; limit: number; refs?: readonly Ref[] },
): ChangePage {
  checkBound(refs?.length ?? 0, 'refs')
  checkLimit(limit, 1)
  return inSnapshot(db, () => {
    const oldest = Number(prepared(db, 'select revision from log_start').get()?.revision)
    if (since < oldest) throw revisionTooOld(since, oldest)
    return changePage(pieces(db, since, refs), { since, limit, now: revision(db) })
  })
}

/** Only the numbers of the pieces are held; what they say is read one at a time, as far as the page goes. */
function* pieces(db: DatabaseSync, since: Revision, refs?: readonly Ref[]): Generator<LoggedCommit> {
  const wanted = refs && new Set(refs)
  const read = prepared(
    db,
    `select c.revision, c.id, c.actor, c.at, l.body
     from log l join "commit" c on c.revision = l.revision where l.revision = ? and l.piece = ?`,
  )
  for (const [revision, piece] of wanted ? piecesNaming(db, since, wanted) : allPieces(db, since)) {
    const row = read.get(revision, piece)
    if (!row) throw new Error(`the log has no piece ${piece} of revision ${revision}`)
    yield {
      revision: Number(row.revision),
      id: String(row.id),
      actor: String(row.actor),
      at: String(row.at),
      delta: readPiece(row.body as Uint8Array, wanted),
    }
  }
}

type PieceKey = readonly [revision: Revision, piece: number]

function* allPieces(db: DatabaseSync, since: Revision): Generator<PieceKey> {
  const rows = prepared(db, 'select revision, piece from log where revision > ? order by revision, piece')
  for (const { revision, piece } of rows.iterate(since)) yield [Number(revision), Number(piece)]
}

function piecesNaming(db: DatabaseSync, since: Revision, refs: ReadonlySet<Ref>): readonly PieceKey[] {
  const shelf = prepared(db, 'select revision, entries from log_ref where shelf = ? and revision > ?')
  const found = new Map<Revision, Set<number>>()
  for (const [number, marks] of marksByShelf(refs)) {
    for (const { revision, entries } of shelf.iterate(number, since)) {
      const pieces = piecesWith(marks, entries as Uint8Array)
      if (pieces.length === 0) continue
      const known = found.get(Number(revision)) ?? new Set()
      found.set(Number(revision), known)
      for (const piece of pieces) known.add(piece)
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .flatMap(([revision, pieces]) =>
      [...pieces].sort((a, b) => a - b).map((piece): PieceKey => [revision, piece]),
    )
}
