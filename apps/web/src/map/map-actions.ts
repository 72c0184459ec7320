import { createContext } from 'react'
import type { MapEdge, MapNode, Rest } from './map-graph.ts'

/** What can be done on a map, and what is chosen: React Flow draws nodes and edges far from the page that knows it. */
export interface MapActions {
  readonly chosenNode: string | undefined
  readonly chosenEdge: MapEdge | undefined
  /** Whether the edges between neighbours are drawn, too. */
  readonly between: boolean
  readonly onBetween: () => void
  readonly onNode: (node: MapNode) => void
  readonly onEdge: (edge: MapEdge) => void
  readonly onOpen: (node: MapNode) => void
  readonly onRest: (rest: Rest) => void
  readonly nameOf: (id: string) => string
}

export const MapActionsContext = createContext<MapActions>({
  chosenNode: undefined,
  chosenEdge: undefined,
  between: false,
  onBetween() {},
  onNode() {},
  onEdge() {},
  onOpen() {},
  onRest() {},
  nameOf: (id) => id,
})
