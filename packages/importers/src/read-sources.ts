import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { Problem, Reading, ReadingHead, Source } from '@alidade/model'
import { type Checkout, checkoutOf } from './checkout/checkout.ts'
import { pathFrom } from './files/inside.ts'
import { type Found, walk } from './files/walk.ts'
import type { NamedText, Reader, Repository } from './reader.ts'
import { noteProblem, type Run, startRun } from './reading/run.ts'
import { settleGone } from './reading/settle-gone.ts'
import { takeFile } from './reading/take-file.ts'

/** What is to be read: files or folders, absolute, each the root of what may be looked at. */
export interface Request {
  readonly paths: readonly string[]
  /** The name of the repository where its origin does not give one (`--source NAME`). */
  readonly name?: string
  /**
   * Takes each folder named for this repository, and paths from there, whatever `.git` lies above or below it: for a
   * folder that stands for a repository without being a checkout, such as the sample organisation.
   */
  readonly repository?: Repository
  /** What was read before, to skip what is unchanged. */
  readonly known: (source: string) => Promise<readonly ReadingHead[]>
  /** A UTC instant. */
  readonly now: string
  readonly onProgress?: (progress: { readonly files: number; readonly read: number }) => void
  readonly signal?: AbortSignal
}

/** What was found, in the form the plan takes it. Nothing else of the stored readings changes. */
export interface FoundSources {
  /** Those that were read, whether anything in them changed or not. */
  readonly sources: readonly Source[]
  /** New and changed readings, and those that can't be read any more (`stale`, with their former statements left out). */
  readonly changed: readonly Reading[]
  /** Files that lie under the paths, were read before and are gone, or are nobody's any more. */
  readonly gone: readonly { readonly source: string; readonly file: string }[]
  readonly unchanged: number
  /** The texts that the changed readings name by their hash, each once. */
  readonly contents: readonly NamedText[]
  /** Of all readings under the paths, unchanged ones included, and of files that no reader could take. */
  readonly problems: readonly (Problem & { readonly source: string })[]
}

/**
 * Reads what lies under the paths, with every reader that recognises it, and says what is new, changed, gone or can't
 * be read since `known`. A reading whose file, includes and reader are as they were is not made again. Texts are read
 * one at a time; what they say is held until the end. What is wrong with the input is a problem, and the rest is read.
 * @throws the signal's reason when it is aborted; Error when a reader is broken
 */
export async function readSources(request: Request, readers: readonly Reader[]): Promise<FoundSources> {
  const run = startRun(request, readers)
  for (const path of request.paths) await readPath(run, path)
  for (const scope of run.scopes) await settleGone(run, scope)
  return run.ledger.result()
}

async function readPath(run: Run, path: string): Promise<void> {
  const { request } = run
  const at = await realpath(path).catch(() => undefined)
  if (at === undefined) return noteMissing(run, resolve(path))
  const isFolder = (await stat(at)).isDirectory()
  const root = isFolder ? at : dirname(at)
  const checkout = await checkoutFor(request, root)
  if (!claim(run, checkout)) return
  run.scopes.push({ checkout, path: pathFrom(checkout.root, at), root })
  if (!isFolder) return takeFile(run, at, checkout, root, 'named')
  const whole = request.repository !== undefined
  for await (const found of walk(at, { checkout, root, whole, signal: request.signal })) {
    await take(run, found, root)
  }
}

async function take(run: Run, { is, path, checkout }: Found, root: string): Promise<void> {
  if (is === 'checkout') {
    if (claim(run, checkout)) run.scopes.push({ checkout, path: '', root })
    return
  }
  if (!run.ledger.claim(checkout)) return
  const name = pathFrom(checkout.root, path)
  if (is === 'file') return takeFile(run, path, checkout, root, 'walked')
  if (is === 'unreadable folder') {
    run.unreadable.push({ checkout, path: name, root })
    noteProblem(
      run,
      checkout,
      path,
      'folder-unreadable',
      "the folder can't be read: let the importing user read it",
    )
  } else if (is === 'link that leaves') {
    const remedy = 'import a folder that holds both'
    noteProblem(
      run,
      checkout,
      path,
      'path-outside-root',
      `the link leaves the folder that is imported, and was not followed: ${remedy}`,
    )
  } else if (run.readers.some((reader) => reader.mayRead(name))) {
    noteProblem(run, checkout, path, 'file-missing', 'the link names nothing: mend or remove it')
  }
}

async function checkoutFor({ repository, name }: Request, folder: string): Promise<Checkout> {
  return repository ? { root: folder, repository } : checkoutOf(folder, name)
}

/** Two checkouts of one repository would take turns in saying what it holds: the first one counts. */
function claim(run: Run, checkout: Checkout): boolean {
  const first = run.ledger.claim(checkout)
  if (!first) {
    const message = `the folder ${basename(checkout.root)} is a second checkout of ${checkout.repository.name}, and was not read: leave one of them out`
    noteProblem(run, checkout, checkout.root, 'repository-twice', message)
  }
  return first
}

/** What was read before is gone from a folder that is still there; of anything else nothing is known. */
async function noteMissing(run: Run, path: string): Promise<void> {
  const message = 'there is no such file or folder: check the path that was given'
  const root = await realpath(dirname(path)).catch(() => undefined)
  if (root === undefined) {
    const file = basename(path)
    const source = run.request.name ?? file
    return run.ledger.problem(source, { code: 'file-missing', severity: 'error', file, line: 1, message })
  }
  const checkout = await checkoutFor(run.request, root)
  const at = resolve(root, basename(path))
  if (claim(run, checkout)) run.scopes.push({ checkout, path: pathFrom(checkout.root, at), root })
  noteProblem(run, checkout, at, 'file-missing', message)
}
