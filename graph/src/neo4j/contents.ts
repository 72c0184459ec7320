import { checkBound } from '../bounds.ts'
import { joinPieces } from '../pieces.ts'
import { fromNeo4jBytes } from './bytes.ts'
import type { Connection } from './connection.ts'

/** See the port. */
export async function contents(
  { query }: Connection,
  hashes: readonly string[],
): Promise<readonly (string | undefined)[]> {
  checkBound(hashes.length, 'contents')
  if (hashes.length === 0) return []
  const rows = await query(
    `UNWIND $hashes AS hash
     MATCH (c:AlidadeContent {hash: hash})
     RETURN hash, c.body AS body ORDER BY hash, c.piece`,
    { hashes: [...new Set(hashes)] },
  )
  const pieces = Map.groupBy(rows, (row) => row.get('hash') as string)
  return hashes.map((hash) => {
    const found = pieces.get(hash)
    return found && joinPieces(found.map((row) => fromNeo4jBytes(row.get('body'))))
  })
}
