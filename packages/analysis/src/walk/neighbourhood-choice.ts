import type { Links } from './links.ts'
import type { GatheredNode } from './neighbourhood-nodes.ts'

/**
 * At most `first` of the nodes, in the order they are given in, which is the map's. Roots come before all. What room is
 * left is shared out evenly between the columns, which are the signed distances: one node to each in turn, the nearest
 * column first, callees before callers; what a column does not need goes to the others. In a column those come first
 * that are next to a shown node one step nearer, so that a way leads to what is far wherever there is one; then by key.
 */
export function chooseNodes(
  links: Links,
  nodes: readonly GatheredNode[],
  first: number,
): readonly GatheredNode[] {
  if (nodes.length <= first) return nodes
  const roots = nodes.filter(({ root }) => root).slice(0, first)
  const columns = Map.groupBy(
    nodes.filter(({ root }) => !root),
    ({ distance }) => distance,
  )
  const outwards = [...columns.keys()].sort((a, b) => Math.abs(a) - Math.abs(b) || b - a)
  const room = shareOut(
    outwards.map((distance) => columns.get(distance)?.length ?? 0),
    first - roots.length,
  )
  const chosen = new Map<number, readonly GatheredNode[]>([[0, roots]])
  for (const [place, distance] of outwards.entries()) {
    const nearer = chosen.get(distance - Math.sign(distance)) ?? []
    const candidates = columns.get(distance) ?? []
    chosen.set(distance, nextTo(links, nearer, candidates, distance).slice(0, room[place]))
  }
  const shown = new Set([...chosen.values()].flat())
  return nodes.filter((node) => shown.has(node))
}

/** How many each gets of `room` when they take one in turn until they have what they need. */
function shareOut(needs: readonly number[], room: number): readonly number[] {
  const shares = needs.map(() => 0)
  let left = room
  let hungry = [...needs.keys()].filter((place) => (needs[place] ?? 0) > 0)
  while (left > 0 && hungry.length > 0) {
    // As many whole rounds as leave nobody over-full, or else one each to the first.
    const least = Math.min(...hungry.map((place) => (needs[place] ?? 0) - (shares[place] ?? 0)))
    const rounds = Math.min(least, Math.max(1, Math.floor(left / hungry.length)))
    for (const place of hungry) {
      const share = Math.min(rounds, left)
      shares[place] = (shares[place] ?? 0) + share
      left -= share
    }
    hungry = hungry.filter((place) => (shares[place] ?? 0) < (needs[place] ?? 0))
  }
  return shares
}

/** The candidates of a column, those before that `nearer` nodes reach, or for callers, that reach these. */
function nextTo(
  links: Links,
  nearer: readonly GatheredNode[],
  candidates: readonly GatheredNode[],
  distance: number,
): readonly GatheredNode[] {
  const direction = distance < 0 ? 'in' : 'out'
  const near = new Set(
    nearer.flatMap(({ members }) => members.flatMap((number) => links.next(number, direction))),
  )
  const isNear = ({ members }: GatheredNode) => members.some((number) => near.has(number))
  const grouped = Map.groupBy(candidates, isNear)
  return [...(grouped.get(true) ?? []), ...(grouped.get(false) ?? [])]
}
