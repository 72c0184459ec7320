import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Content } from './graph-store.ts'

const pieceSize = 1_000_000

/** Compressed text, for where it is kept and seldom read: the fastest level, since commits wait for it. */
export function pack(text: string): Buffer {
  return deflateRawSync(text, { level: 1 })
}

/** The text that `pack` made it of. */
export function unpack(packed: Uint8Array): string {
  return inflateRawSync(packed).toString()
}

/**
 * A content as it is kept: compressed, in pieces of at most 1 MB, so that no row of any store is large.
 * @throws Error when the hash is not that of the text: what is found by its hash has to have it
 */
export function contentPieces({ hash, text }: Content): readonly Buffer[] {
  if (createHash('sha256').update(text).digest('hex') !== hash) {
    throw new Error(`a content was given under ${hash}, which is not the SHA-256 of its text`)
  }
  const packed = pack(text)
  const count = Math.max(1, Math.ceil(packed.length / pieceSize))
  return Array.from({ length: count }, (_, n) => packed.subarray(n * pieceSize, (n + 1) * pieceSize))
}

/** The text of which these, in order, are the pieces. */
export function joinPieces(pieces: readonly Uint8Array[]): string {
  return unpack(Buffer.concat(pieces))
}
