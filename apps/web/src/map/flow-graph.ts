import { type Edge, type Node, Position } from '@xyflow/react'
import { box, columnX, type Layout, type Places } from './layout.ts'
import type { MapEdge, MapGraph, MapNode, Rest } from './map-graph.ts'
import { type Route, routes } from './routes.ts'

export type BoxNode = Node<{ node: MapNode }, 'box'>
export type RestNode = Node<{ rest: Rest }, 'rest'>
export type RouteEdge = Edge<{ edge: MapEdge; route: Route; across: boolean }, 'route'>

const restHeight = 36

export function heightOf({ shape }: Pick<MapNode, 'shape'>): number {
  return shape === 'focus' ? box.focusHeight : box.height
}

/** A laid out map as React Flow wants it: boxes by their top left corner; what a limit hides at the end of its column. */
export function flowGraph(
  { nodes, edges, rest }: MapGraph,
  { places }: Layout,
): {
  nodes: (BoxNode | RestNode)[]
  edges: RouteEdge[]
} {
  const placed = nodes.map((node) => ({
    ...(places.get(node.id) ?? { x: columnX(node.column), y: 0 }),
    id: node.id,
    column: node.column,
    height: heightOf(node),
  }))
  const columns = new Map(nodes.map(({ id, column }) => [id, column]))
  const isAcross = ({ from, to }: MapEdge) => goesAcross(columns.get(from), columns.get(to))
  // Each by itself, so that what is shown for a moment moves nothing.
  const drawn = new Map<MapEdge, Route | undefined>()
  for (const alike of Map.groupBy(edges, isAcross).values()) {
    const routed = routes(placed, alike)
    for (const [number, edge] of alike.entries()) drawn.set(edge, routed[number])
  }
  return {
    nodes: [
      ...nodes.map((node, number): BoxNode => {
        const { x, y, height } = placed[number] ?? { x: 0, y: 0, height: box.height }
        return {
          id: node.id,
          type: 'box',
          width: box.width,
          height,
          position: { x: x - box.width / 2, y: y - height / 2 },
          handles: handlesOf(height),
          data: { node },
        }
      }),
      ...rest.map((one): RestNode => {
        const top = belowColumn(one.column, nodes, places)
        return {
          id: `rest ${one.column}`,
          type: 'rest',
          width: box.width,
          height: restHeight,
          position: { x: columnX(one.column) - box.width / 2, y: top },
          data: { rest: one },
        }
      }),
    ],
    edges: edges.flatMap((edge): RouteEdge[] => {
      const route = drawn.get(edge)
      if (!route) return []
      const id = `${edge.from} ${edge.to}`
      return [
        {
          id,
          type: 'route',
          // What is in it has a role and a name of its own, which those of React Flow would hide.
          ariaRole: 'group',
          ariaLabel: '',
          source: edge.from,
          target: edge.to,
          data: { edge, route, across: isAcross(edge) },
        },
      ]
    }),
  }
}

/** Said ahead, so that React Flow keeps the edges on the page while it measures a new map. */
function handlesOf(height: number): NonNullable<BoxNode['handles']> {
  const middle = { y: height / 2, width: 1, height: 1 }
  return [
    { type: 'target', position: Position.Left, x: 0, ...middle },
    { type: 'source', position: Position.Right, x: box.width, ...middle },
  ]
}

/** Between neighbours: neither one step towards the middle nor one away from it. */
function goesAcross(from = 0, to = 0): boolean {
  return to - from !== 1 && from !== 0 && to !== 0
}

function belowColumn(column: number, nodes: readonly MapNode[], places: Places): number {
  const bottoms = nodes
    .filter((node) => node.column === column)
    .map((node) => (places.get(node.id)?.y ?? 0) + heightOf(node) / 2)
  return bottoms.length === 0 ? -restHeight / 2 : Math.max(...bottoms) + box.gapY
}
