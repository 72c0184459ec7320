import { none } from '../snapshot/columns.ts'
import { refOf } from '../snapshot/look-up.ts'
import { inOrder } from '../snapshot/text-order.ts'
import type { View } from '../snapshot/view.ts'
import type { AffectedOwner, Reached } from './reach.ts'

/** What was reached, by owner; see `Reach`. */
export function affectedOwners(view: View, reached: readonly Reached[], first: number): AffectedOwner[] {
  const { columns, texts } = view
  const byOwner = new Map<number, Reached[]>()
  for (const it of reached) {
    const owners = texts.lists.listOf(columns.owners[it.number] as number)
    for (const owner of owners.length > 0 ? owners : [none]) {
      const its = byOwner.get(owner)
      if (its) its.push(it)
      else byOwner.set(owner, [it])
    }
  }
  return Array.from(byOwner, ([owner, its]) => ({
    owner: owner === none ? null : refOf(view, owner),
    count: its.length,
    nearest: (its[0] as Reached).distance,
    refs: its.slice(0, first).map(({ number }) => refOf(view, number)),
  })).sort(nearestFirst)
}

function nearestFirst(a: AffectedOwner, b: AffectedOwner): number {
  if (a.owner === null || b.owner === null) return Number(a.owner === null) - Number(b.owner === null)
  return a.nearest - b.nearest || b.count - a.count || inOrder(a.owner, b.owner)
}
