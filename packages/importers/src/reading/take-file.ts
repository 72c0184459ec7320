import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Reading, ReadingHead } from '@alidade/model'
import type { Checkout } from '../checkout/checkout.ts'
import { isInside, pathFrom } from '../files/inside.ts'
import { readTextFile } from '../files/text-file.ts'
import type { Reader } from '../reader.ts'
import type { SourceEntry } from './ledger.ts'
import { followed, isUnchanged, type OpenFile, readFile, staleReading } from './read-file.ts'
import { noteProblem, type Run } from './run.ts'

/** How an import came to a file: on its walk, by its name, or because a reading names it for its own reader. */
type Way = 'walked' | 'named' | { readonly followedFor: Reader }

/** Has a file read by every reader that it is for, and what their readings name after it. */
export async function takeFile(
  run: Run,
  at: string,
  checkout: Checkout,
  root: string,
  way: Way,
): Promise<void> {
  run.request.signal?.throwIfAborted()
  const path = pathFrom(checkout.root, at)
  const asked =
    typeof way === 'object'
      ? [way.followedFor]
      : run.readers.filter((reader) => way === 'named' || reader.mayRead(path))
  const readers = asked.filter((reader) => !run.done.has(doneKey(reader, at)))
  run.files++
  if (readers.length > 0) await askReaders()
  run.request.onProgress?.({ files: run.files, read: run.read })

  /** Undefined where the reader has nothing to do with it. */
  async function read(entry: SourceEntry, before: ReadingHead | undefined, file: OpenFile) {
    if (before && (await isUnchanged(entry, before, file))) return before
    if (typeof way !== 'object' && !entry.reader.recognises(path, file.text)) return undefined
    run.read++
    return readFile(entry, file, run.request.now, run.ledger.contents)
  }

  async function askReaders(): Promise<void> {
    const file = await readTextFile(at)
    let taken = false
    for (const reader of readers) {
      const entry = await run.ledger.entry(checkout.repository, reader)
      const before = entry.known.get(path)
      const open = 'code' in file ? undefined : { path, text: file.text, hash: file.hash, checkout, root }
      const reading = open
        ? await read(entry, before, open)
        : before && 'code' in file && staleReading(entry, before, file, run.request.now)
      if (!reading) continue
      taken = true
      run.done.add(doneKey(reader, at))
      settle(run, entry, before, reading)
      for (const next of followed(reading)) await follow(run, next, reader, checkout, root)
    }
    if ('code' in file && !taken) noteProblem(run, checkout, at, file.code, `the file ${file.message}`)
    else if (way === 'named' && !taken) {
      const reads = run.readers.map((reader) => reader.reads ?? reader.name).join('; ')
      noteProblem(
        run,
        checkout,
        at,
        'file-not-recognised',
        `this is none of what is read: give one of ${reads}`,
      )
    }
  }
}

/** Reads a file that another one names. What lies in another checkout is read there, if it is of a kind that is read. */
export async function follow(
  run: Run,
  path: string,
  reader: Reader,
  checkout: Checkout,
  root: string,
): Promise<void> {
  const at = resolve(checkout.root, path)
  if (!isInside(root, at) || !isInside(checkout.root, at)) return
  if (!run.request.repository && hasGitBetween(checkout.root, dirname(at))) return
  await takeFile(run, at, checkout, root, { followedFor: reader })
}

function hasGitBetween(root: string, folder: string): boolean {
  for (let at = folder; at !== root; at = dirname(at)) if (existsSync(join(at, '.git'))) return true
  return false
}

function settle(run: Run, entry: SourceEntry, before: ReadingHead | undefined, now: Reading | ReadingHead) {
  if (before && now.hash === before.hash) run.ledger.unchanged(entry, before)
  else run.ledger.changed(entry, { statements: [], ...now })
}

function doneKey(reader: Reader, at: string): string {
  return `${reader.name}\n${at}`
}
