import type { Ref } from '@alidade/model'
import { hashKey } from './hash-key.ts'

// An index with a row for each ref of each change would write a page for nearly every row, since refs come in no
// order: it took a third of the time of a large import. So refs are put on 256 shelves, and what a commit adds to a
// shelf is one row. Who looks for a ref reads its shelf, a 256th of the index.

const shelfBits = 2 ** 45

/** Where a ref stands in the index, and under which number there; other refs can have the same. */
interface Mark {
  readonly shelf: number
  readonly mark: number
}

function markOf(ref: Ref): Mark {
  const hash = hashKey(ref)
  return { shelf: Math.floor(hash / shelfBits), mark: hash >>> 0 }
}

/** What one commit adds to one shelf: marks, each followed by the number of the piece that names it. */
export interface ShelfEntries {
  readonly shelf: number
  readonly entries: Uint8Array
}

/** The index of a commit's pieces, by shelf. */
export function shelfEntries(pieces: readonly { readonly refs: readonly Ref[] }[]): readonly ShelfEntries[] {
  const shelves = new Map<number, number[]>()
  for (const [piece, { refs }] of pieces.entries()) {
    for (const ref of refs) {
      const { shelf, mark } = markOf(ref)
      const entries = shelves.get(shelf)
      if (entries) entries.push(mark, piece)
      else shelves.set(shelf, [mark, piece])
    }
  }
  return [...shelves]
    .sort(([a], [b]) => a - b)
    .map(([shelf, entries]) => ({ shelf, entries: new Uint8Array(Uint32Array.from(entries).buffer) }))
}

/** The marks to look for, by shelf. */
export function marksByShelf(refs: Iterable<Ref>): ReadonlyMap<number, ReadonlySet<number>> {
  const shelves = Map.groupBy([...refs].map(markOf), ({ shelf }) => shelf)
  return new Map([...shelves].map(([shelf, marks]) => [shelf, new Set(marks.map(({ mark }) => mark))]))
}

/** The pieces that may name one of the marks. */
export function piecesWith(marks: ReadonlySet<number>, entries: Uint8Array): readonly number[] {
  // Copied, since numbers are read where their bytes are aligned.
  const numbers = new Uint32Array(Uint8Array.from(entries).buffer)
  const pieces = new Set<number>()
  for (let at = 0; at < numbers.length; at += 2) {
    const [mark = 0, piece = 0] = [numbers[at], numbers[at + 1]]
    if (marks.has(mark)) pieces.add(piece)
  }
  return [...pieces]
}
