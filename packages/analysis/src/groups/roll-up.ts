import { type Confidence, confidences, type Ref } from '@alidade/model'
import { none } from '../snapshot/columns.ts'
import { ofApi } from '../snapshot/derive-dependencies.ts'
import { forEachEdge } from '../snapshot/edge-rows.ts'
import { refOf } from '../snapshot/look-up.ts'
import type { View } from '../snapshot/view.ts'
import { type GroupBy, groupOf } from './group-by.ts'

export interface RolledUp {
  /** Groups that hold anything that depends or is depended on, by ref; null, for what is in none, last. */
  readonly groups: readonly {
    readonly group: Ref | null
    /** How many such things it holds. */
    readonly size: number
  }[]
  /** Dependencies from one to the other, those within a group included; in the order of `groups`. */
  readonly cells: readonly RolledUpCell[]
}

export interface RolledUpCell {
  readonly from: Ref | null
  readonly to: Ref | null
  /** How many dependencies of one thing on another. */
  readonly count: number
  readonly confidence: Confidence
}

/**
 * Who depends on whom, by owner, system or domain; what two own counts for the first. What an Api itself leads to does
 * not count beside what its consumers do.
 */
export function rollUp(view: View, groupBy: GroupBy): RolledUp {
  const group = groupOf(view, groupBy)
  const members = new Uint8Array(view.size)
  const cells = new Map<number, { from: number; to: number; count: number; surest: number }>()
  for (let number = 0; number < view.size; number++) {
    forEachEdge(view.callees, number, (callee, mark) => {
      if (mark >= ofApi) return
      members[number] = 1
      members[callee] = 1
      const [from, to] = [group(number), group(callee)]
      // One more than the numbers, as `none` is -1.
      const key = (from + 1) * (view.size + 1) + to + 1
      const cell = cells.get(key)
      if (cell) {
        cell.count++
        cell.surest = Math.min(cell.surest, mark)
      } else cells.set(key, { from, to, count: 1, surest: mark })
    })
  }
  const sizes = new Map<number, number>()
  for (let number = 0; number < view.size; number++) {
    if (members[number] === 1) sizes.set(group(number), (sizes.get(group(number)) ?? 0) + 1)
  }

  const place = (number: number): number =>
    number === none ? view.size : (view.order.rank[number] as number)
  const ref = (number: number): Ref | null => (number === none ? null : refOf(view, number))
  return {
    groups: [...sizes]
      .sort(([a], [b]) => place(a) - place(b))
      .map(([number, size]) => ({ group: ref(number), size })),
    cells: [...cells.values()]
      .sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to))
      .map(({ from, to, count, surest }) => ({
        from: ref(from),
        to: ref(to),
        count,
        confidence: confidences[surest] as Confidence,
      })),
  }
}
