import type { DumpChunk, DumpRows } from './graph-store.ts'

const mostRows = 500
const mostCharacters = 4_000_000

/** A row of a dump, and about how many characters it has. */
export interface WeighedRow<Row> {
  readonly row: Row
  readonly characters: number
}

/** Rows of one kind in chunks that stay small: few of large rows, many of small ones. */
export async function* dumpChunks<Kind extends keyof DumpRows>(
  of: Kind,
  rows: AsyncIterable<WeighedRow<DumpRows[Kind]>> | Iterable<WeighedRow<DumpRows[Kind]>>,
): AsyncGenerator<DumpChunk> {
  let chunk: DumpRows[Kind][] = []
  let characters = 0
  for await (const { row, characters: more } of rows) {
    chunk.push(row)
    characters += more
    if (chunk.length < mostRows && characters < mostCharacters) continue
    yield chunkOf(of, chunk)
    chunk = []
    characters = 0
  }
  if (chunk.length > 0) yield chunkOf(of, chunk)
}

/** The compiler does not see that the kind of the chunk is that of its rows. */
export function chunkOf<Kind extends keyof DumpRows>(of: Kind, rows: readonly DumpRows[Kind][]): DumpChunk {
  return { of, rows } as unknown as DumpChunk
}
