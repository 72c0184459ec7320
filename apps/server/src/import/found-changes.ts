import type { Content } from '@alidade/graph'
import type { Problem, Reading, ReadingKey, Source } from '@alidade/model'

/** What was read, as far as it differs from what the store has. */
export interface FoundChanges {
  /** Those that were read, whether anything in them changed or not. */
  readonly sources: readonly Source[]
  /** New and changed readings; those that can't be read any more come without statements. */
  readonly changed: readonly Reading[]
  readonly gone: readonly ReadingKey[]
  readonly problems: readonly (Problem & { readonly source: string })[]
  /** Texts that the changed readings name by their hash. */
  readonly contents: readonly Content[]
}
