import type { Kind } from '@alidade/model'
import type { View } from '../snapshot/view.ts'

export interface Stats {
  readonly revision: number
  readonly entityCount: number
  readonly relationCount: number
  readonly unresolvedCount: number
  /** In the order of `kinds`, those that there is something of. */
  readonly kinds: readonly { readonly kind: Kind; readonly count: number; readonly unresolved: number }[]
}

/** How much there is. */
export function stats(view: View): Stats {
  throw new Error('not built yet')
}
