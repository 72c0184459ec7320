import type { Checkout } from '../checkout/checkout.ts'
import { pathFrom } from '../files/inside.ts'
import type { Request } from '../read-sources.ts'
import type { Reader } from '../reader.ts'
import { type Ledger, openLedger } from './ledger.ts'

/** A part of a repository: a folder or a file, by its path from the repository's root; empty for all of it. */
export interface Scope {
  readonly checkout: Checkout
  readonly path: string
  /** The import's root, which nothing that is read for it leaves; absolute. */
  readonly root: string
}

/** One import under way. */
export interface Run {
  readonly request: Request
  readonly readers: readonly Reader[]
  readonly ledger: Ledger
  /** What this import replaces. */
  readonly scopes: Scope[]
  /** What lies in these can't be told. */
  readonly unreadable: Scope[]
  /** Reader and file, so that no file is read twice, however many ways lead to it. */
  readonly done: Set<string>
  files: number
  read: number
}

export function startRun(request: Request, readers: readonly Reader[]): Run {
  const ledger = openLedger(request)
  return { request, readers, ledger, scopes: [], unreadable: [], done: new Set(), files: 0, read: 0 }
}

/** Notes what is wrong with a file or folder that no reader has to do with. */
export function noteProblem(run: Run, checkout: Checkout, at: string, code: string, message: string): void {
  const file = pathFrom(checkout.root, at) || '.'
  run.ledger.problem(checkout.repository.name, { code, severity: 'error', file, line: 1, message })
}

export function isUnder({ path }: Scope, file: string): boolean {
  return path === '' || file === path || file.startsWith(`${path}/`)
}
