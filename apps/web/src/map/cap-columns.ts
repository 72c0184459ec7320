import type { MapGraph, MapNode } from './map-graph.ts'

/**
 * The map with at most `rows` in each column but the middle one; what is left out is counted with the rest. Those stay
 * that are chosen or opened, then those with the most relations to what is shown nearer the middle, then by name.
 */
export function capColumns(graph: MapGraph, rows: number, keep: ReadonlySet<string>): MapGraph {
  const columns = Map.groupBy(graph.nodes, ({ column }) => column)
  const shown = new Set(columns.get(0)?.map(({ id }) => id))
  const rest = new Map(graph.rest.map(({ column, count }) => [column, count]))
  const outwards = [...columns.keys()]
    .filter((column) => column !== 0)
    .sort((a, b) => Math.abs(a) - Math.abs(b))
  for (const column of outwards) {
    const inColumn = columns.get(column) ?? []
    if (inColumn.length > rows) {
      const weights = weightsTo(graph, shown)
      const rank = ({ id }: MapNode) => (keep.has(id) ? Number.POSITIVE_INFINITY : (weights.get(id) ?? 0))
      const ranked = inColumn.toSorted((a, b) => rank(b) - rank(a) || (a.name < b.name ? -1 : 1))
      for (const { id } of ranked.slice(0, rows)) shown.add(id)
      rest.set(column, (rest.get(column) ?? 0) + inColumn.length - rows)
    } else {
      for (const { id } of inColumn) shown.add(id)
    }
  }
  return {
    nodes: graph.nodes.filter(({ id }) => shown.has(id)),
    edges: graph.edges.filter(({ from, to }) => shown.has(from) && shown.has(to)),
    rest: [...rest].map(([column, count]) => ({ column, count })),
  }
}

function weightsTo({ edges }: MapGraph, shown: ReadonlySet<string>): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  const add = (id: string, weight: number) => weights.set(id, (weights.get(id) ?? 0) + weight)
  for (const { from, to, weight } of edges) {
    if (shown.has(to)) add(from, weight)
    if (shown.has(from)) add(to, weight)
  }
  return weights
}
