import { type Kind, kinds } from '@alidade/model'
import { unresolved } from '../snapshot/columns.ts'
import { isEntity } from '../snapshot/look-up.ts'
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
  const counted = kinds.map((kind) => ({ kind, count: 0, unresolved: 0 }))
  for (let number = 0; number < view.size; number++) {
    const its = counted[view.columns.kind[number] as number]
    if (!its || !isEntity(view, number)) continue
    its.count++
    if ((view.columns.state[number] as number) & unresolved) its.unresolved++
  }
  return {
    revision: view.revision,
    entityCount: view.entityCount,
    relationCount: view.relationCount,
    unresolvedCount: counted.reduce((sum, its) => sum + its.unresolved, 0),
    kinds: counted.filter(({ count }) => count > 0),
  }
}
