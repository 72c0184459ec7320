import { createHash, type Hash } from 'node:crypto'
import type { DumpChunk, DumpRows } from '@alidade/graph'

export type KindOfRows = keyof DumpRows

/** In the order of a dump. */
export const kindsOfRows = [
  'state',
  'entities',
  'relations',
  'sources',
  'readings',
  'contents',
  'commits',
  'records',
] as const satisfies readonly KindOfRows[]

/** How many rows there are of a kind, and the SHA-256 of all of them in their order. */
interface Sum {
  readonly count: number
  readonly sha256: string
}

/** What a store holds, by kind: two stores of one content have the same sums, whatever their engine. */
export type Sums = Readonly<Record<KindOfRows, Sum>>

export interface Summing {
  /** Counts a row, given as the JSON it is written as. */
  add(kind: KindOfRows, row: string): void
  /** How many rows there were so far, of all kinds. */
  rows(): number
  sums(): Sums
}

/** Sums up rows as they pass. */
export function summing(): Summing {
  const kinds = new Map<KindOfRows, { count: number; hash: Hash }>(
    kindsOfRows.map((kind) => [kind, { count: 0, hash: createHash('sha256') }]),
  )
  let rows = 0
  return {
    add(kind, row) {
      const sum = kinds.get(kind)
      if (!sum) throw new Error(`${kind} is no kind of rows`)
      sum.count += 1
      sum.hash.update(row).update('\n')
      rows += 1
    },
    rows: () => rows,
    sums: () =>
      Object.fromEntries(
        [...kinds].map(([kind, { count, hash }]) => [kind, { count, sha256: hash.copy().digest('hex') }]),
      ) as unknown as Sums,
  }
}

/** The kinds of rows in which two stores differ; none where their content is the same. */
export function differences(one: Sums, other: Sums): readonly KindOfRows[] {
  return kindsOfRows.filter(
    (kind) => one[kind].count !== other[kind].count || one[kind].sha256 !== other[kind].sha256,
  )
}

/** Passes chunks on, and sums up what is in them. */
export async function* summed(
  chunks: AsyncIterable<DumpChunk>,
  into: Summing,
  onRows?: (rows: number) => void,
): AsyncGenerator<DumpChunk> {
  for await (const chunk of chunks) {
    for (const row of chunk.rows) into.add(chunk.of, JSON.stringify(row))
    onRows?.(into.rows())
    yield chunk
  }
}

/** What is in these chunks. */
export async function sumsOf(
  chunks: AsyncIterable<DumpChunk>,
  onRows?: (rows: number) => void,
): Promise<Sums> {
  const sum = summing()
  for await (const _ of summed(chunks, sum, onRows));
  return sum.sums()
}
