import { realpath } from 'node:fs/promises'
import { dirname, matchesGlob, resolve, sep } from 'node:path'
import { type Include, InvalidInput } from '@alidade/model'
import type { Checkout } from '../checkout/checkout.ts'
import type { Surroundings } from '../reader.ts'
import { isInside, pathFrom } from './inside.ts'
import { readTextFile, sha256, type TextFile } from './text-file.ts'
import { walk } from './walk.ts'

const mostFound = 10_000

/** Surroundings that remember what was looked at, found or not. */
export interface WatchedSurroundings extends Surroundings {
  /** By path, each once. */
  includes(): readonly Include[]
}

/** @param root the import's root, which no path leaves; absolute */
export function surroundingsOf(checkout: Checkout, root: string): WatchedSurroundings {
  const includes = new Map<string, Include>()
  const remember = (path: string, hash: string | null) => includes.set(path, { path, hash })
  return {
    async readText(path) {
      const at = resolve(checkout.root, path)
      const name = pathFrom(checkout.root, at)
      const file = await lookAt(at, root)
      remember(name, hashOf(file))
      if ('text' in file) return file.text
      if (file.code === 'file-missing') return undefined
      throw new InvalidInput(file.code, `${file.code === 'path-outside-root' ? path : name} ${file.message}`)
    },
    async glob(pattern) {
      const found = await findAll(checkout, root, pattern)
      remember(`glob:${pattern}`, hashOf(found))
      if (!('code' in found)) return found
      throw new InvalidInput(found.code, `${pattern} ${found.message}`)
    },
    includes: () => [...includes.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

/** What an include's hash would be now; see `Include`. */
export async function hashNow({ path }: Include, checkout: Checkout, root: string): Promise<string | null> {
  // What a file names to be read too follows from its text.
  if (path.startsWith('follow:')) return null
  const [, pattern] = /^glob:(.*)$/s.exec(path) ?? []
  if (pattern === undefined) return hashOf(await lookAt(resolve(checkout.root, path), root))
  return hashOf(await findAll(checkout, root, pattern))
}

interface Refused {
  readonly code: string
  readonly message: string
}

const outside = {
  code: 'path-outside-root',
  message: 'lies outside the folder that is imported, and was not read: import a folder that holds both',
} satisfies Refused

async function lookAt(at: string, root: string): Promise<TextFile | Refused> {
  if (!isInside(root, at)) return outside
  const real = await realpath(at).catch(() => at)
  return isInside(root, real) ? readTextFile(real) : outside
}

function hashOf(found: TextFile | Refused | readonly string[]): string | null {
  if ('hash' in found) return found.hash
  if ('code' in found) return found.code === 'file-missing' ? null : found.code
  return sha256(found.join('\n'))
}

async function findAll(checkout: Checkout, root: string, pattern: string): Promise<string[] | Refused> {
  const absolute = resolve(checkout.root, pattern)
  const base = folderOf(absolute)
  if (!isInside(root, base)) return outside
  const found: string[] = []
  for await (const { is, path } of walk(base, { checkout, root, depth: depthOf(base, absolute) })) {
    if (is !== 'file' || !matchesGlob(path, absolute)) continue
    found.push(pathFrom(checkout.root, path))
    if (found.length > mostFound) {
      return { code: 'glob-too-wide', message: `finds more than ${mostFound} files: narrow it` }
    }
  }
  return found.sort()
}

/** How far below its base a pattern can find something, so that `*.yaml` at the top does not walk the whole checkout. */
function depthOf(base: string, pattern: string): number {
  return pattern.includes('**')
    ? Number.POSITIVE_INFINITY
    : pattern
        .slice(base.length)
        .split(sep)
        .filter((part) => part !== '').length - 1
}

/** The folder below which everything lies that a pattern can find. */
function folderOf(pattern: string): string {
  const plain = pattern.split(/[*?[{(!+@]/, 1)[0] ?? ''
  return plain === pattern ? dirname(pattern) : plain.slice(0, plain.lastIndexOf(sep)) || sep
}
