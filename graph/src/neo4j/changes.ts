import type { Ref } from '@alidade/model'
import { checkBound, checkLimit } from '../bounds.ts'
import { changePage, readPiece } from '../change-log.ts'
import type { ChangePage, LoggedCommit, Revision } from '../graph-store.ts'
import { marksByShelf, piecesWith } from '../log-index.ts'
import { revisionTooOld } from '../refusals.ts'
import { fromNeo4jBytes } from './bytes.ts'
import { type Connection, int, type Transaction } from './connection.ts'

// A piece has up to 200 changes.
const piecesAtOnce = 50

/** See the port. */
export async function changes(
  { read }: Connection,
  { since, limit, refs }: { since: Revision; limit: number; refs?: readonly Ref[] },
): Promise<ChangePage> {
  checkBound(refs?.length ?? 0, 'refs')
  checkLimit(limit, 1)
  return read(async (transaction) => {
    const { now, oldest } = await ends(transaction)
    if (since < oldest) throw revisionTooOld(since, oldest)
    const span = { since, now }
    const wanted = refs && new Set(refs)
    const keys = wanted ? await piecesNaming(transaction, span, wanted) : await allPieces(transaction, span)
    // Only the numbers of the pieces are held; what they say is read as far as the page goes.
    const pieces: LoggedCommit[] = []
    for (let at = 0; ; at += piecesAtOnce) {
      pieces.push(...(await readPieces(transaction, keys.slice(at, at + piecesAtOnce), wanted)))
      const page = changePage(pieces, { since, limit, now })
      if (!page.more && at + piecesAtOnce < keys.length) continue
      // What was read may have been forgotten meanwhile.
      const { oldest } = await ends(transaction)
      if (since < oldest) throw revisionTooOld(since, oldest)
      return page
    }
  })
}

interface Span {
  readonly since: Revision
  readonly now: Revision
}

async function ends({ run }: Transaction): Promise<{ now: Revision; oldest: Revision }> {
  const [row] = await run(
    "MATCH (store:AlidadeStore {name: 'store'}) RETURN store.revision AS now, store.logStart AS oldest",
  )
  return { now: row?.get('now') ?? 0, oldest: row?.get('oldest') ?? 0 }
}

type PieceKey = readonly [revision: Revision, piece: number]

async function allPieces({ run }: Transaction, { since, now }: Span): Promise<readonly PieceKey[]> {
  const rows = await run(
    `MATCH (l:AlidadeLog) WHERE l.revision > $since AND l.revision <= $now
     RETURN l.revision AS revision, count(*) AS pieces ORDER BY revision`,
    { since: int(since), now: int(now) },
  )
  return rows.flatMap((row) =>
    Array.from({ length: row.get('pieces') }, (_, piece): PieceKey => [row.get('revision'), piece]),
  )
}

async function piecesNaming(
  { run }: Transaction,
  { since, now }: Span,
  refs: ReadonlySet<Ref>,
): Promise<readonly PieceKey[]> {
  const shelves = marksByShelf(refs)
  if (shelves.size === 0) return []
  const rows = await run(
    `UNWIND $shelves AS shelf
     MATCH (l:AlidadeLogShelf) WHERE l.shelf = shelf AND l.revision > $since AND l.revision <= $now
     RETURN shelf, l.revision AS revision, l.entries AS entries`,
    { shelves: [...shelves.keys()].map((shelf) => int(shelf)), since: int(since), now: int(now) },
  )
  const found = new Map<Revision, Set<number>>()
  for (const row of rows) {
    const marks = shelves.get(row.get('shelf')) ?? new Set()
    const pieces = piecesWith(marks, fromNeo4jBytes(row.get('entries')))
    const known = found.get(row.get('revision')) ?? new Set()
    for (const piece of pieces) known.add(piece)
    found.set(row.get('revision'), known)
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .flatMap(([revision, pieces]) =>
      [...pieces].sort((a, b) => a - b).map((piece): PieceKey => [revision, piece]),
    )
}

async function readPieces(
  { run }: Transaction,
  keys: readonly PieceKey[],
  wanted?: ReadonlySet<Ref>,
): Promise<readonly LoggedCommit[]> {
  if (keys.length === 0) return []
  const rows = await run(
    `UNWIND $keys AS key
     MATCH (l:AlidadeLog) WHERE l.revision = key[0] AND l.piece = key[1]
     MATCH (c:AlidadeCommit {revision: key[0]})
     RETURN c.revision AS revision, c.id AS id, c.actor AS actor, c.at AS at, l.body AS body
     ORDER BY l.revision, l.piece`,
    { keys: keys.map((key) => key.map((number) => int(number))) },
  )
  return rows.map((row) => ({
    revision: row.get('revision'),
    id: row.get('id'),
    actor: row.get('actor'),
    at: row.get('at'),
    delta: readPiece(fromNeo4jBytes(row.get('body')), wanted),
  }))
}
