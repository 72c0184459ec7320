import type { FacetName, FacetValue, Where } from '../questions.ts'
import type { View } from '../snapshot/view.ts'

export interface Facet {
  readonly name: FacetName
  /** How many values there are, shown or not. */
  readonly total: number
  /** The most frequent first, then by value, none last; at most `most`. */
  readonly values: readonly FacetValue[]
}

/**
 * How many entities have which value, among those that `where` and `text` let through. What the top level of `where`
 * itself says of a facet (`kinds` of `kind`, `unresolved` and `differs` of `state`, …) is left out for that facet's own
 * counts, so that its other values stay on offer; what stands under `and`, `or` and `not` always counts.
 * An entity with two owners or tags counts for both. `state` has the values `unresolved` and `differs`.
 * In the order of `names`.
 */
export function facets(
  view: View,
  query: { readonly where?: Where; readonly text?: string },
  names: readonly FacetName[],
  most = 50,
): readonly Facet[] {
  throw new Error('not built yet')
}
