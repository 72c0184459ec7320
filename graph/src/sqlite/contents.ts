import type { DatabaseSync } from 'node:sqlite'
import { checkBound } from '../bounds.ts'
import { joinPieces } from '../pieces.ts'
import { prepared } from './connection.ts'

/** See the port. */
export function contents(db: DatabaseSync, hashes: readonly string[]): (string | undefined)[] {
  checkBound(hashes.length, 'contents')
  const pieces = prepared(db, 'select body from content where hash = ? order by piece')
  return hashes.map((hash) => {
    const bodies = pieces.all(hash).map(({ body }) => body as Uint8Array)
    return bodies.length === 0 ? undefined : joinPieces(bodies)
  })
}
