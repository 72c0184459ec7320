import type { Confidence, Ref } from '@alidade/model'
import type { View } from '../snapshot/view.ts'

export interface TeamDependency {
  /** The other owner; null for what nobody owns. */
  readonly team: Ref | null
  readonly confidence: Confidence
  /** How many dependencies of one thing on another it stands for. */
  readonly weight: number
  /** The first of them, by from, then to; at most 100. */
  readonly pairs: readonly { readonly from: Ref; readonly to: Ref }[]
}

/**
 * The teams on which a team depends (`out`), or that depend on it (`in`), because what they own does; itself left out.
 * The most first, then by ref, nobody last. What an Api itself leads to does not count beside what its consumers do.
 */
export function teamDependencies(
  view: View,
  team: Ref,
  direction: 'in' | 'out',
): readonly TeamDependency[] {
  throw new Error('not built yet')
}
