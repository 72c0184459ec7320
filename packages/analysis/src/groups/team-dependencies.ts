import { type Confidence, confidences, type Ref } from '@alidade/model'
import { none } from '../snapshot/columns.ts'
import { ofApi } from '../snapshot/derive-dependencies.ts'
import { forEachEdge } from '../snapshot/edge-rows.ts'
import { lookUp, refOf } from '../snapshot/look-up.ts'
import { owns, typeOf } from '../snapshot/relation-mark.ts'
import { inOrder } from '../snapshot/text-order.ts'
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

const mostPairs = 100

/**
 * The teams on which a team depends (`out`), or that depend on it (`in`), because what they own does; itself left out.
 * The most first, then by ref, nobody last. What an Api itself leads to does not count beside what its consumers do.
 * What two own counts for both.
 */
export function teamDependencies(view: View, team: Ref, direction: 'in' | 'out'): readonly TeamDependency[] {
  const number = lookUp(view, team)
  if (number === undefined) return []
  const { columns, texts } = view
  const byTeam = new Map<number, { pairs: [from: number, to: number][]; surest: number }>()
  forEachEdge(view.out, number, (owned, mark) => {
    if (typeOf(mark) !== owns) return
    forEachEdge(direction === 'out' ? view.callees : view.callers, owned, (other, confidence) => {
      if (confidence >= ofApi) return
      const owners = texts.lists.listOf(columns.owners[other] as number)
      for (const owner of owners.length > 0 ? owners : [none]) {
        if (owner === number) continue
        const its = byTeam.get(owner) ?? { pairs: [], surest: confidence }
        byTeam.set(owner, its)
        its.surest = Math.min(its.surest, confidence)
        its.pairs.push(direction === 'out' ? [owned, other] : [other, owned])
      }
    })
  })
  return Array.from(byTeam, ([owner, { pairs, surest }]) => ({
    team: owner === none ? null : refOf(view, owner),
    confidence: confidences[surest] as Confidence,
    weight: pairs.length,
    pairs: firstPairs(view, pairs),
  })).sort(mostFirst)
}

function firstPairs(view: View, pairs: readonly [from: number, to: number][]) {
  const place = (number: number): number => view.order.rank[number] as number
  return [...pairs]
    .sort(([a, c], [b, d]) => place(a) - place(b) || place(c) - place(d))
    .slice(0, mostPairs)
    .map(([from, to]) => ({ from: refOf(view, from), to: refOf(view, to) }))
}

function mostFirst(a: TeamDependency, b: TeamDependency): number {
  if (a.team === null || b.team === null) return Number(a.team === null) - Number(b.team === null)
  return b.weight - a.weight || inOrder(a.team, b.team)
}
