import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { type Checkout, checkoutAt } from '../checkout/checkout.ts'
import { isInside } from './inside.ts'

/** What a walk comes to, each with its absolute path and the checkout that it belongs to. */
export interface Found {
  readonly is: 'file' | 'checkout' | 'unreadable folder' | 'link that leaves' | 'link to nowhere'
  readonly path: string
  readonly checkout: Checkout
}

interface Walked {
  /** The one that the folder belongs to. */
  readonly checkout: Checkout
  /** Absolute; a link that leaves it is reported. */
  readonly root: string
  /** Take everything as part of that checkout, whatever checkouts lie in it. */
  readonly whole?: boolean
  readonly signal?: AbortSignal | undefined
  /** How many levels of folders below it; all when left out. */
  readonly depth?: number
}

/** Folders that hold what others wrote, or what was built from the rest. */
const passedBy = new Set(['.git', '.alidade', 'node_modules', 'vendor', 'dist', 'target'])

/**
 * Everything below a folder, folders in the order of their names; each checkout in it begins with itself.
 * A link is not followed: what it names is read where it lies, and one that leaves the root is reported.
 */
export async function* walk(folder: string, walked: Walked): AsyncGenerator<Found> {
  const { checkout, root, depth = Number.POSITIVE_INFINITY } = walked
  walked.signal?.throwIfAborted()
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
  if (!entries) {
    yield { is: 'unreadable folder', path: folder, checkout }
    return
  }
  let here = checkout
  if (!walked.whole && folder !== checkout.root && entries.some(({ name }) => name === '.git')) {
    here = await checkoutAt(folder, undefined)
    yield { is: 'checkout', path: folder, checkout: here }
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isFile()) yield { is: 'file', path, checkout: here }
    else if (entry.isDirectory()) {
      if (depth > 0 && !passedBy.has(entry.name))
        yield* walk(path, { ...walked, checkout: here, depth: depth - 1 })
    } else if (entry.isSymbolicLink()) {
      const target = await realpath(path).catch(() => undefined)
      if (target === undefined) yield { is: 'link to nowhere', path, checkout: here }
      else if (!isInside(root, target)) yield { is: 'link that leaves', path, checkout: here }
    }
  }
}
