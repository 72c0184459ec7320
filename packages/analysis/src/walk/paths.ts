import type { Confidence, Ref, RelationHead, RelationType } from '@alidade/model'
import type { View } from '../snapshot/view.ts'

export interface PathStep {
  readonly from: Ref
  readonly to: Ref
  readonly confidence: Confidence
  readonly types: readonly RelationType[]
  readonly relations: readonly RelationHead[]
}

export interface Path {
  /** How many steps. */
  readonly length: number
  /** From the first to the last. */
  readonly refs: readonly Ref[]
  readonly steps: readonly PathStep[]
}

export interface Paths {
  /** The shortest first, then by the refs in turn. */
  readonly paths: readonly Path[]
  /** True when the search gave up at its bound before it had looked everywhere. */
  readonly incomplete: boolean
}

/**
 * The shortest ways over dependencies that visit nothing twice. None from a thing to itself: see `cycles`.
 * Best first with the distance to the end as the bound, so nothing longer than what is found is looked at; gives up
 * after 200,000 partial ways.
 * @param options at most `most` of them (10), of at most `maxLength` steps (10)
 */
export function paths(
  view: View,
  from: Ref,
  to: Ref,
  options: { readonly most?: number; readonly maxLength?: number } = {},
): Paths {
  throw new Error('not built yet')
}
