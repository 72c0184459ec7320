import type { Confidence, Ref, RelationType } from '@alidade/model'
import type { View } from '../snapshot/view.ts'

export interface ReachQuery {
  /** `in`: what depends on the roots and so is affected when they change. `out`: what they depend on. */
  readonly direction: 'in' | 'out'
  /** How many steps at most; as far as it goes when left out. */
  readonly depth?: number
  /** Only dependencies that are this sure; all when left out. */
  readonly confidences?: readonly Confidence[]
  /** At most so many of `affected`, and of `refs` for each owner; 0 to 10,000. */
  readonly first: number
}

export interface Affected {
  readonly ref: Ref
  /** From 1. */
  readonly distance: number
  /** A shortest way, from it to a root; of several the one whose next step has the smallest ref, at each step. */
  readonly path: readonly Ref[]
}

export interface AffectedOwner {
  /** null for what nobody owns. */
  readonly owner: Ref | null
  readonly count: number
  readonly nearest: number
  /** By distance, then ref. */
  readonly refs: readonly Ref[]
}

export interface Reach {
  readonly total: number
  /** By distance, then ref; no roots. */
  readonly affected: readonly Affected[]
  /** All affected by each owner: the nearest first, then the most, then by ref; what nobody owns last. Two owners: both. */
  readonly owners: readonly AffectedOwner[]
  readonly followed: {
    readonly relationTypes: readonly RelationType[]
    readonly confidences: readonly Confidence[]
  }
}

/**
 * What reaches some entities over dependencies, or what they reach, as `dependencies` has them. An Api is reached by its
 * consumers; an Operation by who consumes it, and by who consumes its API without saying which operation.
 */
export function reach(view: View, roots: readonly Ref[], query: ReachQuery): Reach {
  throw new Error('not built yet')
}
