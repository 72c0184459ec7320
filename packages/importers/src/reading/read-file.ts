import type { Include, Problem, Reading, ReadingHead } from '@alidade/model'
import type { Checkout } from '../checkout/checkout.ts'
import { hashNow, surroundingsOf } from '../files/surroundings.ts'
import type { NoText } from '../files/text-file.ts'
import type { NamedText } from '../reader.ts'
import type { SourceEntry } from './ledger.ts'
import { readingHash } from './reading-hash.ts'

/** A file that was read from the disk, on its way to a reader. */
export interface OpenFile {
  /** From the repository's root. */
  readonly path: string
  readonly text: string
  /** Of its bytes. */
  readonly hash: string
  readonly checkout: Checkout
  /** The import's root, absolute. */
  readonly root: string
}

/** Whether everything that a reading was made of is as it was, without asking its reader. */
export async function isUnchanged(
  { reader }: SourceEntry,
  head: ReadingHead,
  file: OpenFile,
): Promise<boolean> {
  for (const include of head.includes) {
    if ((await hashNow(include, file.checkout, file.root)) !== include.hash) return false
  }
  return readingHash(reader, file.hash, head.includes) === head.hash
}

/**
 * What the file says now; marked stale, and empty, where it can't be read and could before.
 * @param keep takes the texts that it names by their hash
 */
export async function readFile(
  entry: SourceEntry,
  file: OpenFile,
  now: string,
  keep: (contents: readonly NamedText[]) => void,
): Promise<Reading> {
  const { reader, source, known } = entry
  const surroundings = surroundingsOf(file.checkout, file.root)
  const says = await reader
    .read({ path: file.path, text: file.text, repository: file.checkout.repository, surroundings })
    .catch((cause: unknown) => {
      throw new Error(`the reader ${reader.name} is broken by ${file.path}`, { cause })
    })
  if (says.unreadable === undefined) keep(says.contents ?? [])
  const before = known.get(file.path)
  // What it says stays while it can't be read: which files belong to it, too.
  const follow = says.unreadable !== undefined && before ? followed(before) : says.follow
  const includes = [...surroundings.includes(), ...follows(follow)]
  const stale = says.unreadable !== undefined && before ? staleSince(before, now, says.unreadable) : {}
  return {
    source: source.id,
    file: file.path,
    hash: readingHash(reader, file.hash, includes),
    includes,
    problems: says.problems,
    statements: says.unreadable === undefined ? says.statements : [],
    ...stale,
  }
}

/** The reading of a file that is there, was read before and gives no text now. */
export function staleReading(entry: SourceEntry, before: ReadingHead, why: NoText, now: string): Reading {
  const includes = follows(followed(before))
  const problem: Problem = {
    code: why.code,
    severity: 'error',
    file: before.file,
    line: 1,
    message: `the file ${why.message}; what it said before stays, marked stale`,
  }
  return {
    source: entry.source.id,
    file: before.file,
    hash: readingHash(entry.reader, why.code, includes),
    includes,
    problems: [problem],
    statements: [],
    ...staleSince(before, now, `the file ${why.message}`),
  }
}

function staleSince(before: ReadingHead, now: string, reason: string) {
  return { stale: { since: before.stale?.since ?? now, reason } }
}

/** The files that a reading names to be read too. */
export function followed({ includes }: ReadingHead): readonly string[] {
  return includes.flatMap(({ path }) => (path.startsWith('follow:') ? [path.slice('follow:'.length)] : []))
}

function follows(paths: readonly string[]): Include[] {
  return [...new Set(paths)].sort().map((path) => ({ path: `follow:${path}`, hash: null }))
}
