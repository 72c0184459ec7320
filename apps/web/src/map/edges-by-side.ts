import type { MapEdge, MapGraph, MapNode } from './map-graph.ts'

export interface ListedEdge {
  readonly edge: MapEdge
  readonly from: MapNode
  readonly to: MapNode
  /** How far its outer end is from the middle. */
  readonly hops: number
}

/**
 * Every edge once: those that lead to the middle from the callers' side, those that lead away from it on the callees'
 * side, and what goes across. The nearest first, then what stands for most, then by name.
 */
export function edgesBySide({ nodes, edges }: MapGraph): {
  readonly callers: readonly ListedEdge[]
  readonly callees: readonly ListedEdge[]
  readonly across: readonly ListedEdge[]
} {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const all = edges.flatMap((edge): (ListedEdge & { side: 'callers' | 'callees' | 'across' })[] => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
    if (!from || !to) return []
    return [
      { edge, from, to, hops: Math.max(Math.abs(from.column), Math.abs(to.column)), side: sideOf(from, to) },
    ]
  })
  const of = (side: string) => all.filter((one) => one.side === side).toSorted(nearestFirst)
  return { callers: of('callers'), callees: of('callees'), across: of('across') }
}

function sideOf(from: MapNode, to: MapNode): 'callers' | 'callees' | 'across' {
  if (from.column < to.column && to.column <= 0) return 'callers'
  if (from.column < to.column && from.column >= 0) return 'callees'
  // A way back: on the other side of the middle too.
  if (to.column === 0 && from.column > 0) return 'callers'
  if (from.column === 0 && to.column < 0) return 'callees'
  return 'across'
}

function nearestFirst(a: ListedEdge, b: ListedEdge): number {
  const name = ({ from, to }: ListedEdge) => `${from.name} ${to.name}`
  return a.hops - b.hops || b.edge.weight - a.edge.weight || (name(a) < name(b) ? -1 : 1)
}
