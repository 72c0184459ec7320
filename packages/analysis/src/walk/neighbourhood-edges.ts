import { type Confidence, confidences } from '@alidade/model'
import { inOrder } from '../snapshot/text-order.ts'
import type { View } from '../snapshot/view.ts'
import type { Links } from './links.ts'
import type { NeighbourhoodEdge } from './neighbourhood.ts'
import type { GatheredNode } from './neighbourhood-nodes.ts'
import { type Told, toldAs, toldId, typesOf } from './ways.ts'

const mostRelations = 100

/** An edge while it is put together. */
interface OpenEdge {
  readonly from: string
  readonly to: string
  surest: number
  readonly relations: Map<number, Told>
}

/** All edges between these nodes, by from, then to; none from a node to itself. */
export function edgesBetween(view: View, links: Links, nodes: readonly GatheredNode[]): NeighbourhoodEdge[] {
  const keyOf = new Map(nodes.flatMap(({ key, members }) => members.map((number) => [number, key])))
  const byThemselves = new Set(nodes.flatMap(({ ref, members }) => (ref === null ? [] : members)))
  const there = (number: number): boolean => keyOf.has(number)
  const shown = (number: number): boolean => byThemselves.has(number)
  const edges = new Map<string, OpenEdge>()
  for (const number of keyOf.keys()) {
    for (const { from, to, ways } of links.linksAt(number, there, shown)) {
      const [fromKey, toKey] = [keyOf.get(from), keyOf.get(to)]
      if (fromKey === undefined || toKey === undefined || fromKey === toKey || ways.length === 0) continue
      const id = `${fromKey}\n${toKey}`
      const edge = edges.get(id) ?? {
        from: fromKey,
        to: toKey,
        surest: confidences.length,
        relations: new Map(),
      }
      edges.set(id, edge)
      for (const { confidence, relations } of ways) {
        edge.surest = Math.min(edge.surest, confidence)
        for (const told of relations) edge.relations.set(toldId(view, told), told)
      }
    }
  }
  return Array.from(edges.values(), ({ from, to, surest, relations }) => ({
    from,
    to,
    confidence: confidences[surest] as Confidence,
    weight: relations.size,
    types: typesOf(relations.values()),
    relations: toldAs(view, relations.values(), mostRelations),
  })).sort((a, b) => inOrder(a.from, b.from) || inOrder(a.to, b.to))
}
