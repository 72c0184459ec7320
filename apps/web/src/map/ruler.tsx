import { useViewport } from '@xyflow/react'
import { columnX } from './layout.ts'
import classes from './map-canvas.module.css'
import type { MapGraph } from './map-graph.ts'
import { rulerMarks } from './ruler-marks.ts'

/** How many there are at each hop, above their column. */
export function Ruler({ graph }: { graph: MapGraph }) {
  const { x, zoom } = useViewport()
  return (
    <div className={classes.ruler} aria-hidden>
      {rulerMarks(graph).map(({ column, count, hops }) => (
        <span
          key={column}
          data-middle={column === 0 || undefined}
          // It follows the map as it is moved.
          style={{ translate: `calc(${columnX(column) * zoom + x}px - 50%) 0` }}
        >
          {count}
          {hops && <em>, {hops}</em>}
        </span>
      ))}
    </div>
  )
}
