import { kinds } from '@alidade/model'
import { type Columns, none } from './columns.ts'
import { type EdgeRows, forEachEdge } from './edge-rows.ts'
import { owns, partOf, typeOf } from './relation-mark.ts'
import type { TextOrder } from './text-order.ts'

const system = kinds.indexOf('System')
const domain = kinds.indexOf('Domain')

interface Belonging {
  readonly columns: Columns
  readonly out: EdgeRows
  readonly in: EdgeRows
  readonly order: TextOrder
}

/** Who owns it, by ref. What belongs to an owned thing is not owned by that. */
export function ownersAt(graph: Belonging, number: number): number[] {
  const owners: number[] = []
  forEachEdge(graph.in, number, (from, mark) => {
    if (typeOf(mark) === owns) owners.push(from)
  })
  return byRef(graph.order, owners)
}

/** Writes the nearest system and the nearest domain above it; of several as near, the one with the first ref. */
export function writeGroups(graph: Belonging, number: number): void {
  const { columns } = graph
  columns.system[number] = none
  columns.domain[number] = none
  const seen = new Set([number])
  let level = parentsOf(graph, number)
  while (level.length > 0) {
    const above: number[] = []
    for (const parent of byRef(graph.order, level)) {
      if (seen.has(parent)) continue
      seen.add(parent)
      const kind = columns.kind[parent]
      if (kind === system && columns.system[number] === none) columns.system[number] = parent
      if (kind === domain && columns.domain[number] === none) columns.domain[number] = parent
      above.push(...parentsOf(graph, parent))
    }
    if (columns.system[number] !== none && columns.domain[number] !== none) return
    level = above
  }
}

/** These and all that is part of them, at any depth. */
export function withParts({ in: incoming }: Belonging, numbers: Iterable<number>): Set<number> {
  const all = new Set(numbers)
  // A set gives what is added while it is walked.
  for (const number of all) {
    forEachEdge(incoming, number, (from, mark) => {
      if (typeOf(mark) === partOf) all.add(from)
    })
  }
  return all
}

function parentsOf({ out }: Belonging, number: number): number[] {
  const parents: number[] = []
  forEachEdge(out, number, (to, mark) => {
    if (typeOf(mark) === partOf) parents.push(to)
  })
  return parents
}

function byRef({ rank }: TextOrder, numbers: number[]): number[] {
  return numbers.length < 2 ? numbers : numbers.sort((a, b) => (rank[a] as number) - (rank[b] as number))
}
