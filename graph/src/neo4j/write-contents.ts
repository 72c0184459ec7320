import type { Content } from '../graph-store.ts'
import { contentPieces } from '../pieces.ts'
import { toNeo4jBytes } from './bytes.ts'
import { int, type Transaction } from './connection.ts'

/** Adds the contents that are not there yet. */
export async function writeContents({ run }: Transaction, contents: readonly Content[]): Promise<void> {
  if (contents.length === 0) return
  const pieces = new Map(contents.map((content) => [content.hash, contentPieces(content)]))
  const rows = await run('UNWIND $hashes AS hash MATCH (:AlidadeContent {hash: hash}) RETURN DISTINCT hash', {
    hashes: [...pieces.keys()],
  })
  for (const row of rows) pieces.delete(row.get('hash'))
  // One after the other, so that no message to the server is large.
  for (const [hash, bodies] of pieces) {
    for (const [piece, body] of bodies.entries()) {
      await run('CREATE (:AlidadeContent {hash: $hash, piece: $piece, body: $body})', {
        hash,
        piece: int(piece),
        body: toNeo4jBytes(body),
      })
    }
  }
}
