import '@xyflow/react/dist/base.css'
import { ActionIcon } from '@mantine/core'
import { ReactFlow, ReactFlowProvider, useReactFlow, useViewport } from '@xyflow/react'
import { useMemo } from 'react'
import { Icon } from '../marks/icon.tsx'
import { BoxNode } from './box-node.tsx'
import { flowGraph, heightOf } from './flow-graph.ts'
import { Legend } from './legend.tsx'
import classes from './map-canvas.module.css'
import type { MapGraph } from './map-graph.ts'
import { MapWaiting } from './map-waiting.tsx'
import { RestNode } from './rest-node.tsx'
import { RouteEdge } from './route-edge.tsx'
import { Ruler } from './ruler.tsx'
import { useLayout } from './use-layout.ts'

const deadline = 2000
const looks = {
  nodeTypes: { box: BoxNode, rest: RestNode },
  edgeTypes: { route: RouteEdge },
  fitView: true,
  // Names stay legible: what does not fit at this size is a drag away.
  fitViewOptions: { minZoom: 0.7, maxZoom: 1, padding: 0.06 },
  minZoom: 0.15,
  maxZoom: 2,
  zoomOnDoubleClick: false,
} as const
// What can be acted on is a button of ours: the keyboard goes from one to the next.
const readOnly = {
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
} as const

/** The map as it is drawn: callers left, callees right, the ruler above it counts hops. */
export function MapCanvas({ graph, label }: { graph: MapGraph; label: string }) {
  const sized = useMemo(
    () => ({ ...graph, nodes: graph.nodes.map((node) => ({ ...node, height: heightOf(node) })) }),
    [graph],
  )
  const done = useLayout(sized, deadline)
  const flow = useMemo(() => done && flowGraph(done.shape, done.layout), [done])
  if (!done || !flow) return <MapWaiting />
  return (
    <ReactFlowProvider>
      <section className={classes.canvas} aria-label={label}>
        <Ruler graph={done.shape} />
        {done.layout.plain && (
          <p className={classes.plain} role="status">
            <Icon name="info" size={14} /> This is a plain layout. {done.layout.plain}
          </p>
        )}
        <div className={classes.flow}>
          <ReactFlow {...flow} {...looks} {...readOnly} proOptions={{ hideAttribution: true }} />
        </div>
        <footer className={classes.legend}>
          <Legend graph={done.shape} />
          <Zoom />
        </footer>
      </section>
    </ReactFlowProvider>
  )
}

function Zoom() {
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  const { zoom } = useViewport()
  return (
    <div className={classes.zoom}>
      <ActionIcon aria-label="Zoom out" onClick={() => zoomOut()}>
        <Icon name="minus" size={14} />
      </ActionIcon>
      <span className="num small">{Math.round(zoom * 100)}%</span>
      <ActionIcon aria-label="Zoom in" onClick={() => zoomIn()}>
        <Icon name="plus" size={14} />
      </ActionIcon>
      <ActionIcon aria-label="Fit the whole map" onClick={() => fitView({ maxZoom: 1, padding: 0.06 })}>
        <Icon name="fit" size={14} />
      </ActionIcon>
    </div>
  )
}
