import type { DatabaseSync } from 'node:sqlite'
import type { Content } from '../graph-store.ts'
import { contentPieces } from '../pieces.ts'
import { prepared } from './connection.ts'

/** Adds the contents that are not there yet. */
export function writeContents(db: DatabaseSync, contents: readonly Content[]): void {
  const known = prepared(db, 'select 1 from content where hash = ?')
  const insert = prepared(db, 'insert into content (hash, piece, body) values (?, ?, ?)')
  for (const content of contents) {
    const pieces = contentPieces(content)
    if (known.get(content.hash)) continue
    for (const [piece, body] of pieces.entries()) insert.run(content.hash, piece, body)
  }
}
