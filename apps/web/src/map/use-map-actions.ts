import { useMemo } from 'react'
import type { MapActions } from './map-actions.ts'
import type { MapGraph } from './map-graph.ts'
import type { OnMapView } from './map-page.tsx'
import { type MapView, rowsAtFirst, rowsAtMost } from './map-view.ts'

/** What can be done on the map, each a step that Back undoes. */
export function useMapActions(
  graph: MapGraph | null | undefined,
  view: MapView,
  onView: OnMapView,
): MapActions {
  return useMemo(() => {
    const [from, to] = view.why
    const names = new Map(graph?.nodes.map(({ id, name }) => [id, name]))
    return {
      chosenNode: view.node,
      chosenEdge: graph?.edges.find((edge) => edge.from === from && edge.to === to),
      between: view.between === 'shown',
      onBetween: () => onView({ between: view.between === 'shown' ? undefined : 'shown' }),
      onNode: ({ id }) => onView({ node: view.node === id ? undefined : id, why: [] }),
      onEdge: (edge) =>
        onView({ why: edge.from === from && edge.to === to ? [] : [edge.from, edge.to], node: undefined }),
      onOpen: ({ id }) => onView({ open: [...view.open, id] }),
      onRest: ({ count }) => onView({ rows: Math.min(rowsAtMost, (view.rows ?? rowsAtFirst) + count) }),
      nameOf: (id) => names.get(id) ?? id,
    }
  }, [graph, view, onView])
}
