import type { Include } from '@alidade/model'
import { sha256 } from '../files/text-file.ts'
import type { Reader } from '../reader.ts'

/** Changes when the same reader could say something else of the file: with the file, its includes, and the reader. */
export function readingHash(reader: Reader, fileHash: string, includes: readonly Include[]): string {
  const looked = includes.map(({ path, hash }) => [path, hash])
  return sha256(JSON.stringify([reader.name, reader.version, fileHash, looked]))
}
