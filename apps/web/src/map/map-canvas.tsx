import '@xyflow/react/dist/base.css'
import { ActionIcon } from '@mantine/core'
import {
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
  useReactFlow,
  useViewport,
} from '@xyflow/react'
import { use, useMemo, useRef, useState } from 'react'
import { Icon } from '../marks/icon.tsx'
import { count } from '../text/count.ts'
import { BoxNode } from './box-node.tsx'
import {
  type BoxNode as BoxNodes,
  flowGraph,
  heightOf,
  type RestNode as RestNodes,
  type RouteEdge as RouteEdges,
} from './flow-graph.ts'
import { Legend } from './legend.tsx'
import { MapActionsContext } from './map-actions.ts'
import classes from './map-canvas.module.css'
import type { MapGraph } from './map-graph.ts'
import { MapWaiting } from './map-waiting.tsx'
import { NearNodeContext } from './near-node.ts'
import { RestNode } from './rest-node.tsx'
import { RouteEdge } from './route-edge.tsx'
import { Ruler } from './ruler.tsx'
import { useLayout } from './use-layout.ts'

const deadline = 2000
const looks = {
  nodeTypes: { box: BoxNode, rest: RestNode },
  edgeTypes: { route: RouteEdge },
  panOnScroll: true,
  minZoom: 0.15,
  maxZoom: 2,
  zoomOnDoubleClick: false,
} as const
// Names stay legible, and targets large enough: what does not fit at this size is a drag away.
const asDrawn = { minZoom: 1, maxZoom: 1, padding: 0 } as const
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
  const [near, setNear] = useState<string>()
  const frame = useRef<HTMLDivElement>(null)
  const flow = useMemo(() => done && flowGraph(done.shape, done.layout), [done])
  if (!done || !flow) return <MapWaiting />
  const onInit = ({
    fitView,
    getNodes,
    getNodesBounds,
  }: ReactFlowInstance<BoxNodes | RestNodes, RouteEdges>) => {
    const fits = getNodesBounds(getNodes()).width <= (frame.current?.clientWidth ?? 0)
    const middle = done.shape.nodes.filter(({ column }) => column === 0)
    fitView({ ...asDrawn, ...(!fits && { nodes: middle.map(({ id }) => ({ id })) }) })
  }
  return (
    <ReactFlowProvider>
      <section className={classes.canvas} aria-label={label}>
        <Ruler graph={done.shape} />
        {done.layout.plain && (
          <p className={classes.plain} role="status">
            <Icon name="info" size={14} /> This is a plain layout. {done.layout.plain}
          </p>
        )}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only watches what has the focus inside */}
        <div
          ref={frame}
          className={classes.flow}
          onFocus={({ target }) => setNear(nodeAt(target))}
          onBlur={() => setNear(undefined)}
        >
          <NearNodeContext value={near}>
            <ReactFlow
              {...flow}
              {...looks}
              {...readOnly}
              onInit={onInit}
              onNodeMouseEnter={(_, { id }) => setNear(id)}
              onNodeMouseLeave={() => setNear(undefined)}
              proOptions={{ hideAttribution: true }}
            />
          </NearNodeContext>
        </div>
        <footer className={classes.legend}>
          <Legend graph={done.shape} />
          <Between edges={flow.edges} />
          <Zoom />
        </footer>
      </section>
    </ReactFlowProvider>
  )
}

/** The node that an element lies in. */
function nodeAt(element: Element): string | undefined {
  return element.closest<HTMLElement>('.react-flow__node')?.dataset.id
}

/** How many edges are drawn only while one asks for them, and what draws them all. */
function Between({ edges }: { edges: readonly RouteEdges[] }) {
  const { between, onBetween } = use(MapActionsContext)
  const across = edges.filter(({ data }) => data?.across).length
  if (across === 0) return null
  return (
    <p className="small t2 num">
      {count(across, 'edge')} between neighbours:{' '}
      <button type="button" className="link" onClick={onBetween}>
        {between ? 'hide' : 'show'}
      </button>
    </p>
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
