import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Repository } from '../reader.ts'
import { readGit } from './read-git.ts'

/** A repository as it lies on this machine. */
export interface Checkout {
  readonly repository: Repository
  /** Absolute; stays inside this package. */
  readonly root: string
}

/**
 * The checkout that a folder belongs to: the nearest folder at or above it with a `.git`, else the folder itself.
 * @param name for a repository without an origin; the name of its folder otherwise
 */
export async function checkoutOf(folder: string, name: string | undefined): Promise<Checkout> {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return checkoutAt(at, name)
    if (at === dirname(at)) return { root: folder, repository: { name: name ?? basename(folder) } }
  }
}

/** The checkout whose root is a folder with a `.git`. */
export async function checkoutAt(root: string, name: string | undefined): Promise<Checkout> {
  const { origin, commit } = await readGit(join(root, '.git'))
  const repository = {
    name: origin?.path ?? name ?? basename(root),
    ...(origin ? { origin: origin.url } : {}),
    ...(commit ? { commit } : {}),
  }
  return { root, repository }
}
