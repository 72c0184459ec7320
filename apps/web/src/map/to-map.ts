import { isEnding } from '../entity/is-ending.ts'
import type { EntityKind, NeighbourhoodQuery } from '../generated/documents.ts'
import { kinds } from '../marks/kinds.ts'
import { columnsAround } from './columns-around.ts'
import type { MapGraph, MapNode } from './map-graph.ts'
import { deepest, type MapView } from './map-view.ts'

type Answer = NonNullable<NeighbourhoodQuery['neighbourhood']>
type Node = Answer['nodes'][number]

/** What the server said is around `roots`, as a map. What is opened beyond the depth is placed from its opener on. */
export function toMap(
  answer: Answer,
  roots: ReadonlySet<string>,
  view: Pick<MapView, 'open' | 'depth' | 'direction' | 'groupBy'>,
): MapGraph {
  const { edges, hidden } = answer
  const opened = view.open.length > 0
  const around = opened
    ? columnsAround({
        roots,
        edges,
        open: view.open,
        depth: view.depth ?? 1,
        direction: view.direction ?? 'both',
      })
    : undefined
  const nodes = answer.nodes.flatMap((node) => {
    const column = around ? around.get(node.key) : node.distance
    return column === undefined ? [] : [toNode(node, column, roots, view.groupBy)]
  })
  const shown = new Set(nodes.map(({ id }) => id))
  const left = (ids: readonly string[]) => ids.filter((id) => !shown.has(id)).length
  return {
    nodes: opened
      ? nodes.map((node) => ({
          ...node,
          hiddenIn: node.hiddenIn + left(edges.filter(({ to }) => to === node.id).map(({ from }) => from)),
          hiddenOut: node.hiddenOut + left(edges.filter(({ from }) => from === node.id).map(({ to }) => to)),
        }))
      : nodes,
    edges: edges.filter(({ from, to }) => shown.has(from) && shown.has(to)),
    rest: hidden
      .filter(({ count }) => count > 0)
      .map(({ distance, count }) => ({ column: Math.max(-deepest, Math.min(deepest, distance)), count })),
  }
}

function toNode(
  node: Node,
  column: number,
  roots: ReadonlySet<string>,
  groupBy: MapView['groupBy'],
): MapNode {
  const { key, entity, group, groupSize, hiddenIn, hiddenOut } = node
  const sides = { id: key, column, hiddenIn, hiddenOut, groupSize }
  if (!entity) {
    return {
      ...sides,
      shape: 'group',
      kind: group?.kind ?? kindOfGroup[groupBy ?? 'team'],
      name: group?.title ?? (groupBy === 'team' ? 'owned by nobody' : `in no ${groupBy}`),
      about: groupSize === 1 ? '1 inside' : `${groupSize} inside`,
      entity: group,
      owners: [],
      callers: 0,
      callees: 0,
    }
  }
  const { kind, title, owners, callerCount, calleeCount } = entity
  return {
    ...sides,
    shape: roots.has(key) ? (roots.size === 1 ? 'focus' : 'root') : 'entity',
    kind,
    name: title,
    about: aboutEntity(entity),
    entity,
    owners,
    callers: callerCount,
    callees: calleeCount,
  }
}

const kindOfGroup: Record<'team' | 'system' | 'domain', EntityKind> = {
  team: 'TEAM',
  system: 'SYSTEM',
  domain: 'DOMAIN',
}

/** The line below its name. */
function aboutEntity(entity: NonNullable<Node['entity']>): string {
  if (entity.unresolved) return 'nothing defines it'
  const owner = entity.owners.map(({ title }) => title).join(', ') || 'nobody'
  if (isEnding(entity.lifecycle)) return `${owner}, ${entity.lifecycle}`
  const type = entity.type && entity.type !== kinds[entity.kind].one ? entity.type : undefined
  return type ? `${owner}, ${type}` : owner
}
