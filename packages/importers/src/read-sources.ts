import type { Problem, Reading, ReadingHead, Source } from '@alidade/model'

/** What is to be read: files or folders, absolute, each the root of what may be looked at. */
export interface Request {
  readonly paths: readonly string[]
  /** The name of the repository where its origin does not give one (`--source NAME`). */
  readonly name?: string
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
  /** Of all readings under the paths, unchanged ones included, and of files that no reader could take. */
  readonly problems: readonly (Problem & { readonly source: string })[]
}
