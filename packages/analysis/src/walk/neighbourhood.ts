import type { Confidence, Ref, RelationHead, RelationType } from '@alidade/model'
import { checkFirst } from '../bounds.ts'
import type { GroupBy } from '../groups/group-by.ts'
import type { View } from '../snapshot/view.ts'
import { dependencyLinks, storedLinks } from './links.ts'
import { chooseNodes } from './neighbourhood-choice.ts'
import { edgesBetween } from './neighbourhood-edges.ts'
import { distancesAround, gatherNodes, withHidden } from './neighbourhood-nodes.ts'
import { rootsOf } from './reach.ts'

export interface NeighbourhoodQuery {
  readonly roots: readonly Ref[]
  /** How many steps, 0 or more. */
  readonly depth: number
  /** `in`: what reaches the roots. `out`: what they reach. `both`: each way by itself, no way there and back. */
  readonly direction: 'in' | 'out' | 'both'
  /** Walks the stored relations of these types as they stand. Left out: the dependencies, as `dependencies` has them. */
  readonly relationTypes?: readonly RelationType[]
  /** What is no root stands together with all that has the same first owner, system or domain. */
  readonly groupBy?: GroupBy
  /**
   * At most so many nodes, 1 to 1,000. Roots come first; the rest is shared out evenly between the signed distances,
   * and within each goes to what is next to a shown node one step nearer, then by key.
   */
  readonly first: number
}

export interface NeighbourhoodNode {
  /** The entity's ref, or the group's; `none` for what is in no group. After `group ` where a root has that ref. */
  readonly key: string
  readonly root: boolean
  /** Negative for callers (they reach a root), positive for callees; the nearer of both, the latter when as near. */
  readonly distance: number
  /** The entity; null for a group. */
  readonly ref: Ref | null
  /** The team (or person), system or domain that a group is; null for an entity and for what is in no group. */
  readonly group: Ref | null
  /** How many entities a group stands for here; 0 for an entity. */
  readonly groupSize: number
  /** How many entities next to it, at any depth, no node that is shown stands for. */
  readonly hiddenIn: number
  readonly hiddenOut: number
}

export interface NeighbourhoodEdge {
  readonly from: string
  readonly to: string
  readonly confidence: Confidence
  /** How many relations it stands for, each counted once. */
  readonly weight: number
  readonly types: readonly RelationType[]
  /** The surest of these first, then by from, type, to; at most 100. */
  readonly relations: readonly RelationHead[]
}

export interface Neighbourhood {
  /** Roots first, by ref; then by how far away, then by key. */
  readonly nodes: readonly NeighbourhoodNode[]
  /** All edges between nodes that are shown, by from, then to. A way through an Api that is shown goes through it. */
  readonly edges: readonly NeighbourhoodEdge[]
  /** How many nodes there are in all within the depth. */
  readonly total: number
  /** How many of them `first` hides, by signed distance, nearest first. */
  readonly hidden: readonly { readonly distance: number; readonly count: number }[]
}

/**
 * What is around some entities. Roots that there is nothing of are left out.
 * @throws InvalidInput `page-too-large`
 */
export function neighbourhood(view: View, query: NeighbourhoodQuery): Neighbourhood {
  checkFirst(query.first, 1, 1_000)
  const links = query.relationTypes ? storedLinks(view, query.relationTypes) : dependencyLinks(view)
  const around = distancesAround(links, rootsOf(view, query.roots), query)
  const nodes = gatherNodes(view, around, query.groupBy)
  const shown = chooseNodes(links, nodes, query.first)
  const chosen = new Set(shown)
  return {
    nodes: withHidden(links, shown),
    edges: edgesBetween(view, links, shown),
    total: nodes.length,
    hidden: countByDistance(nodes.filter((node) => !chosen.has(node))),
  }
}

function countByDistance(nodes: readonly { readonly distance: number }[]): Neighbourhood['hidden'] {
  const counts = new Map<number, number>()
  for (const { distance } of nodes) counts.set(distance, (counts.get(distance) ?? 0) + 1)
  return Array.from(counts, ([distance, count]) => ({ distance, count })).sort(
    (a, b) => Math.abs(a.distance) - Math.abs(b.distance) || a.distance - b.distance,
  )
}
