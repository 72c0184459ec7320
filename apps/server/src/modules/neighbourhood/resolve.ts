import { type GroupBy, neighbourhood } from '@alidade/analysis'
import { InvalidInput, type RelationType } from '@alidade/model'
import type { Context } from '../../context.ts'
import { entityAt, findAll } from '../../graph/entity-node.ts'
import { checkFirst } from '../../schema/page.ts'
import { evidenceOfAll } from '../dependency/resolve.ts'
import type { EvidenceNode } from '../evidence/evidence.ts'
import type { EdgeModel, NeighbourhoodModel } from './neighbourhood.ts'

interface NeighbourhoodArguments {
  readonly refs: readonly string[]
  readonly depth?: number | null | undefined
  readonly direction?: 'in' | 'out' | 'both' | null | undefined
  readonly relationTypes?: readonly RelationType[] | null | undefined
  readonly groupBy?: GroupBy | null | undefined
  readonly first?: number | null | undefined
}

const mostRoots = 50
const deepest = 10

export function neighbourhoodOf(
  _: unknown,
  { refs, depth, direction, relationTypes, groupBy, first }: NeighbourhoodArguments,
  { view }: Context,
): NeighbourhoodModel {
  const { nodes, edges, total, hidden } = neighbourhood(view.snapshot, {
    roots: findAll(view, refs, mostRoots),
    depth: checkDepth(depth ?? 1, deepest),
    direction: direction ?? 'both',
    ...(relationTypes && { relationTypes }),
    ...(groupBy && { groupBy }),
    first: Math.max(checkFirst(first), 1),
  })
  return {
    nodes: nodes.map((node) => ({
      node,
      entity: entityAt(view, node.ref),
      group: entityAt(view, node.group),
    })),
    edges: edges.map((edge) => ({ view, edge })),
    totalNodes: total,
    hidden,
  }
}

/** @throws InvalidInput `depth-out-of-bounds` */
export function checkDepth(depth: number, most: number): number {
  if (depth >= 1 && depth <= most) return depth
  throw new InvalidInput('depth-out-of-bounds', `the depth is ${depth}: ask for 1 to ${most}`)
}

export function evidenceOfEdge(
  { view, edge }: EdgeModel,
  _: object,
  context: Context,
): Promise<EvidenceNode[]> {
  return evidenceOfAll(view, edge.relations, context)
}
