import type { Ref } from '@alidade/model'
import { checkFirst } from '../bounds.ts'
import { ofApi } from '../snapshot/derive-dependencies.ts'
import { cellsFor, cellsPerEdge, firstCell, lastCell } from '../snapshot/edge-rows.ts'
import { refOf } from '../snapshot/look-up.ts'
import { inOrder } from '../snapshot/text-order.ts'
import type { View } from '../snapshot/view.ts'

export interface Cycles {
  readonly total: number
  /** The largest first, then by first ref; each by ref. At most `first`. */
  readonly groups: readonly (readonly Ref[])[]
}

/**
 * Groups of things that all depend on each other: strongly connected components of two and more.
 * @param options at most `first`, 0 to 10,000
 * @throws InvalidInput `page-too-large`
 * @see Tarjan, Depth-first search and linear graph algorithms (1972); here without recursion
 */
export function cycles(view: View, options: { readonly first: number }): Cycles {
  checkFirst(options.first, 0, 10_000)
  const groups = components(view)
    .map((group) => group.map((number) => refOf(view, number)).sort(inOrder))
    .sort((a, b) => b.length - a.length || inOrder(a[0] as Ref, b[0] as Ref))
  return { total: groups.length, groups: groups.slice(0, options.first) }
}

function components(view: View): number[][] {
  // When each was come upon, from 1; the earliest that it leads back to; where its row was left.
  const found = new Int32Array(view.size)
  const low = new Int32Array(view.size)
  const cell = new Int32Array(view.size)
  const open = new Uint8Array(view.size)
  const stack: number[] = []
  const way: number[] = []
  const groups: number[][] = []
  let clock = 0

  const enter = (number: number): void => {
    clock++
    found[number] = clock
    low[number] = clock
    cell[number] = firstCell(view.callees, number)
    open[number] = 1
    stack.push(number)
    way.push(number)
  }
  const leave = (number: number): void => {
    way.pop()
    const caller = way.at(-1)
    if (caller !== undefined) low[caller] = Math.min(low[caller] as number, low[number] as number)
    if (low[number] !== found[number]) return
    const group = stack.splice(stack.lastIndexOf(number))
    for (const member of group) open[member] = 0
    if (group.length > 1) groups.push(group)
  }

  for (let root = 0; root < view.size; root++) {
    if (found[root] !== 0) continue
    enter(root)
    for (let number = way.at(-1); number !== undefined; number = way.at(-1)) {
      const at = cell[number] as number
      if (at >= lastCell(view.callees, number)) {
        leave(number)
        continue
      }
      cell[number] = at + cellsPerEdge
      const cells = cellsFor(view.callees, number)
      const callee = cells[at] as number
      if ((cells[at + 1] as number) >= ofApi) continue
      if (found[callee] === 0) enter(callee)
      else if (open[callee] === 1) low[number] = Math.min(low[number] as number, found[callee] as number)
    }
  }
  return groups
}
