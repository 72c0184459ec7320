import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Origin, originOf } from './origin.ts'

/** What git keeps of a checkout, as far as it can be read. */
export interface GitFacts {
  readonly origin?: Origin
  readonly commit?: string
}

/**
 * Reads `.git` without running git: origin and commit of a clone, a worktree or a submodule.
 * @param dotGit the absolute path of `.git`, a folder or a file that names one
 * @see https://git-scm.com/docs/gitrepository-layout
 */
export async function readGit(dotGit: string): Promise<GitFacts> {
  const pointer = /^gitdir:\s*(.+?)\s*$/m.exec((await textOf(dotGit)) ?? '')?.[1]
  const own = pointer ? resolve(dirname(dotGit), pointer) : dotGit
  // A worktree has its own HEAD; configuration and refs are those of the clone that it belongs to.
  const common = resolve(own, (await textOf(join(own, 'commondir')))?.trim() ?? '.')
  const origin = originOf((await textOf(join(common, 'config'))) ?? '')
  const commit = await commitOf(own, common)
  return { ...(origin ? { origin } : {}), ...(commit ? { commit } : {}) }
}

async function commitOf(own: string, common: string): Promise<string | undefined> {
  const head = (await textOf(join(own, 'HEAD')))?.trim() ?? ''
  const ref = /^ref:\s*(refs\/\S+)$/.exec(head)?.[1]
  if (!ref) return hashIn(head)
  if (ref.split('/').includes('..')) return undefined
  const loose = hashIn((await textOf(join(own, ref))) ?? (await textOf(join(common, ref))) ?? '')
  if (loose) return loose
  const packed = (await textOf(join(common, 'packed-refs'))) ?? ''
  return hashIn(
    packed
      .split('\n')
      .find((line) => line.endsWith(` ${ref}`))
      ?.split(' ')[0] ?? '',
  )
}

function hashIn(text: string): string | undefined {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.exec(text.trim())?.[0]
}

/** What is not there, or a folder, has no text: the checkout is then described without it. */
async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}
