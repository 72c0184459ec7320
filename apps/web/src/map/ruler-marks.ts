import { kinds } from '../marks/kinds.ts'
import { count, number } from '../text/count.ts'
import type { MapGraph } from './map-graph.ts'

/** What the ruler says above a column. */
export interface RulerMark {
  readonly column: number
  readonly count: string
  readonly hops?: string
}

/** For each column what is in it, with what a limit hides; in the middle what the map is of. */
export function rulerMarks({ nodes, edges, rest }: MapGraph): readonly RulerMark[] {
  const columnOf = new Map(nodes.map(({ id, column }) => [id, column]))
  // What calls the middle and is called by it stands right.
  const alsoRight = new Set(
    edges
      .filter(({ from, to }) => columnOf.get(from) === 1 && columnOf.get(to) === 0)
      .map(({ from }) => from),
  )
  const callers = nodes.find(({ shape }) => shape === 'focus')?.callers ?? 0
  const columns = new Set([...nodes, ...rest].map(({ column }) => column))
  return [...columns]
    .sort((a, b) => a - b)
    .map((column) => {
      const inColumn = nodes.filter((node) => node.column === column)
      const [first] = inColumn
      if (column === 0) {
        return {
          column,
          count: inColumn.length === 1 && first ? first.name : `${inColumn.length} in the middle`,
        }
      }
      const hidden = rest.filter((one) => one.column === column).reduce((sum, one) => sum + one.count, 0)
      const total = inColumn.length + hidden
      const group = inColumn.every(({ shape }) => shape === 'group') ? first?.kind : undefined
      const hops = Math.abs(column)
      const many = group ? kinds[group].many : column < 0 ? 'callers' : 'callees'
      const one = group ? kinds[group].one : column < 0 ? 'caller' : 'callee'
      // What calls the middle and is called by it is not here, but among all callers.
      const all = column === -1 && !group ? Math.max(total + alsoRight.size, callers) : total
      return {
        column,
        count: all > total ? `${number(total)} of ${count(all, one, many)}` : count(total, one, many),
        hops: hops === 1 ? '1 hop' : `${hops} hops`,
      }
    })
}
