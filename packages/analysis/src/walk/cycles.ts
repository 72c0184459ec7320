import type { Ref } from '@alidade/model'
import type { View } from '../snapshot/view.ts'

export interface Cycles {
  readonly total: number
  /** The largest first, then by first ref; each by ref. At most `first`. */
  readonly groups: readonly (readonly Ref[])[]
}

/**
 * Groups of things that all depend on each other: strongly connected components of two and more.
 * @see Tarjan, Depth-first search and linear graph algorithms (1972); here without recursion
 */
export function cycles(view: View, options: { readonly first: number }): Cycles {
  throw new Error('not built yet')
}
