import type { MapGraph, MapNode } from './map-graph.ts'

/**
 * The map with at most `rows` in each column but the middle one; what is left out is counted with the rest. Those stay
 * that are chosen or opened, then those with the most relations to what is shown nearer the middle, then by name; a third
 * of a column is left to what leads on to the next. What has no way to the middle any more is left out, too.
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
    const weights = weightsTo(graph, shown)
    const rank = ({ id }: MapNode) => (keep.has(id) ? Number.POSITIVE_INFINITY : (weights.get(id) ?? 0))
    // Without a way to the middle it would hang in the air.
    const tied = inColumn.filter((node) => rank(node) > 0)
    const ranked = tied.toSorted((a, b) => rank(b) - rank(a) || (a.name < b.name ? -1 : 1))
    const deeper = new Set(columns.get(column + Math.sign(column))?.map(({ id }) => id))
    const kept = withWaysOn(ranked, rows, ({ id }) => keep.has(id), leadingTo(graph, deeper))
    for (const { id } of kept) shown.add(id)
    const left = inColumn.length - kept.length
    if (left > 0) rest.set(column, (rest.get(column) ?? 0) + left)
  }
  // The same map is not laid out again.
  if (shown.size === graph.nodes.length) return graph
  return {
    nodes: graph.nodes.filter(({ id }) => shown.has(id)),
    edges: graph.edges.filter(({ from, to }) => shown.has(from) && shown.has(to)),
    rest: [...rest].map(([column, count]) => ({ column, count })),
  }
}

/**
 * The first `rows`, of which a third lead on to the next column, as far as there are such: else what is further out
 * would have no way to it. What has to stay gives its place to none.
 */
function withWaysOn(
  ranked: readonly MapNode[],
  rows: number,
  stays: (node: MapNode) => boolean,
  leadOn: ReadonlySet<string>,
): readonly MapNode[] {
  const kept = new Set(ranked.slice(0, rows))
  const leads = ({ id }: MapNode) => leadOn.has(id)
  const wanted = Math.floor(rows / 3) - [...kept].filter(leads).length
  const added = ranked.slice(rows).filter(leads).slice(0, Math.max(0, wanted))
  const replaced = [...kept].filter((node) => !leads(node) && !stays(node)).slice(-added.length)
  if (added.length === 0) return [...kept]
  for (const node of replaced) kept.delete(node)
  for (const node of added.slice(0, replaced.length)) kept.add(node)
  return [...kept]
}

/** What has an edge with one of these. */
function leadingTo({ edges }: MapGraph, ids: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    edges.flatMap(({ from, to }) => [...(ids.has(to) ? [from] : []), ...(ids.has(from) ? [to] : [])]),
  )
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
