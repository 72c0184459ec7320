import type { Confidence, Ref, RelationHead } from '@alidade/model'
import type { View } from '../snapshot/view.ts'

/** One thing depends on another: directly, or because it consumes an API that the other provides. */
export interface Dependency {
  /** The other end. */
  readonly ref: Ref
  /** As sure as its surest way; a way through an API is as sure as the less sure of its two relations. */
  readonly confidence: Confidence
  /** How many relations it stands for. */
  readonly weight: number
  /** The APIs it goes through, by ref; none when it is direct alone. */
  readonly via: readonly Ref[]
  /** All relations it stands for, the surest first, then by from, type, to. */
  readonly relations: readonly RelationHead[]
}

export interface DependencyPage {
  readonly total: number
  readonly items: readonly Dependency[]
}

/**
 * What depends on `ref` (`in`), or on what it depends (`out`), by ref. Follows DEPENDS_ON, and CONSUMES to what PROVIDES
 * the same API, where an operation counts for its API; what consumes an API that nobody provides depends on the Api.
 * An Api is depended on by its consumers, and depends on its providers. Nothing depends on itself.
 * Empty for a ref that there is nothing of.
 * @param page what comes after the ref `after`, at most `first` (0 to 10,000)
 */
export function dependencies(
  view: View,
  ref: Ref,
  direction: 'in' | 'out',
  page: { readonly first: number; readonly after?: Ref },
): DependencyPage {
  throw new Error('not built yet')
}
