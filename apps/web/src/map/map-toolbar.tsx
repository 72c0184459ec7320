import { Button, SegmentedControl } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { EntityLink } from '../entity/entity-link.tsx'
import type { MapEntityFragment } from '../generated/documents.ts'
import { Icon } from '../marks/icon.tsx'
import { Sheet } from '../sheet/sheet.tsx'
import { count } from '../text/count.ts'
import type { MapGraph } from './map-graph.ts'
import classes from './map-page.module.css'
import type { OnMapView } from './map-page.tsx'
import { type MapView, rowsAtFirst, rowsAtMost } from './map-view.ts'

/** What the map is of, as what it is shown, and how much of it; on a narrow page what can be chosen is in a sheet. */
export function MapToolbar(props: {
  subject: MapEntityFragment | null | undefined
  graph: MapGraph | null | undefined
  tab: 'map' | 'list'
  narrow: boolean
  view: MapView
  onView: OnMapView
}) {
  const { subject, graph, tab, narrow, view, onView } = props
  const [sheet, setSheet] = useState(false)
  const shown = graph && <Shown graph={graph} view={view} onView={onView} />
  const title = (
    <h1>
      <span className="t3">Map of</span> {subject ? <EntityLink entity={subject} /> : '…'}
    </h1>
  )
  if (narrow) {
    return (
      <>
        <header className={classes.toolbar}>
          {title}
          <Button leftSection={<Icon name="filter" />} onClick={() => setSheet(true)}>
            {aboutChoices(view)}
          </Button>
        </header>
        <div className={classes.counts}>{shown}</div>
        <Sheet title="What the map shows" open={sheet} onClose={() => setSheet(false)}>
          <MapChoices view={view} onView={onView} />
          <OfSomethingElse />
        </Sheet>
      </>
    )
  }
  return (
    <>
      <header className={classes.toolbar}>
        {title}
        <OfSomethingElse />
        {shown}
        <span className="space" />
        <SegmentedControl
          aria-label="As"
          value={tab}
          onChange={(value) => onView({ tab: value === 'list' ? 'list' : undefined })}
          data={[
            { value: 'map', label: 'Map' },
            { value: 'list', label: 'List' },
          ]}
        />
      </header>
      <MapChoices view={view} onView={onView} />
    </>
  )
}

/** What is chosen, in a few words: `1 hop`, `2 hops, callers, by team`. */
function aboutChoices({ depth = 1, direction, groupBy }: MapView): string {
  const side = direction === 'in' ? 'callers' : direction === 'out' ? 'callees' : undefined
  return [count(depth, 'hop'), side, groupBy && `by ${groupBy}`].filter(Boolean).join(', ')
}

function OfSomethingElse() {
  return (
    <Button
      renderRoot={(root) => <Link {...root} to="/map" />}
      variant="subtle"
      leftSection={<Icon name="search" />}
    >
      Of something else
    </Button>
  )
}

/** How many are shown, and how many there are beyond; these a click away. */
function Shown({ graph, view, onView }: { graph: MapGraph; view: MapView; onView: OnMapView }) {
  const hidden = graph.rest.reduce((sum, { count }) => sum + count, 0)
  const rows = Math.min(rowsAtMost, (view.rows ?? rowsAtFirst) + hidden)
  return (
    <p className="small t3 num" role="status">
      {graph.nodes.length.toLocaleString('en')} shown
      {hidden > 0 && (
        <>
          {', '}
          {count(hidden, 'more', 'more')}
          {rows !== view.rows && (
            <>
              :{' '}
              <button type="button" className="link" onClick={() => onView({ rows })}>
                show
              </button>
            </>
          )}
        </>
      )}
    </p>
  )
}

function MapChoices({ view, onView }: { view: MapView; onView: OnMapView }) {
  return (
    <div className={classes.choices}>
      <span className={classes.label} id="map-depth">
        Depth
      </span>
      <SegmentedControl
        aria-labelledby="map-depth"
        value={`${view.depth ?? 1}`}
        onChange={(value) => onView({ depth: value === '1' ? undefined : Number(value), open: [] })}
        data={['1', '2', '3', '4']}
      />
      <span className={classes.label} id="map-direction">
        Direction
      </span>
      <SegmentedControl
        aria-labelledby="map-direction"
        value={view.direction ?? 'both'}
        onChange={(value) => onView({ direction: value === 'both' ? undefined : value, open: [] })}
        data={[
          { value: 'in', label: 'Callers' },
          { value: 'both', label: 'Both' },
          { value: 'out', label: 'Callees' },
        ]}
      />
      <span className={classes.label} id="map-fold">
        Fold by
      </span>
      <SegmentedControl
        aria-labelledby="map-fold"
        value={view.groupBy ?? 'none'}
        onChange={(value) =>
          onView({ groupBy: value === 'none' ? undefined : value, open: [], node: undefined, why: [] })
        }
        data={[
          { value: 'none', label: 'Nothing' },
          { value: 'team', label: 'Team' },
          { value: 'system', label: 'System' },
          { value: 'domain', label: 'Domain' },
        ]}
      />
    </div>
  )
}
