import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { GraphStore } from '@alidade/graph'
import { readExport } from '@alidade/importers'
import type { FoundChanges } from './found-changes.ts'
import { readingId } from './statements.ts'

const firstBytes = 4_096

/** Whether a path is a file that `alidade export` wrote, by how it begins. */
export async function isExport(path: string): Promise<boolean> {
  const file = await stat(path).catch(() => undefined)
  if (!file?.isFile()) return false
  const handle = await open(path).catch(() => undefined)
  if (!handle) return false
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(firstBytes) })
    return /^\s*\{\s*"version"\s*:\s*\d+\s*,\s*"sources"\s*:\s*\[/.test(buffer.toString('utf8', 0, bytesRead))
  } finally {
    await handle.close()
  }
}

/**
 * What an export says in place of what the store has of its sources: they are replaced as a whole.
 * @throws InvalidInput `export-malformed`, `export-version`, with file and line
 */
export async function readDocument(store: GraphStore, path: string): Promise<FoundChanges> {
  const { sources, readings } = await readExport(createReadStream(path), basename(path))
  const stored = await store.readingHeads(sources.map(({ id }) => id))
  const hashes = new Map(stored.map((head) => [readingId(head), head.hash]))
  const here = new Set(readings.map(readingId))
  return {
    sources,
    changed: readings.filter((reading) => hashes.get(readingId(reading)) !== reading.hash),
    gone: stored.filter((head) => !here.has(readingId(head))).map(({ source, file }) => ({ source, file })),
    problems: [],
    contents: [],
  }
}
