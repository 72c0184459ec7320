import { useQuery } from '@apollo/client/react'
import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useMemo } from 'react'
import { EntityMissing } from '../entity/entity-missing.tsx'
import { MapSubjectDocument, NeighbourhoodDocument } from '../generated/documents.ts'
import { Failure } from '../states/failure.tsx'
import { RowsWaiting } from '../states/rows-waiting.tsx'
import { isNoRef } from '../states/what-failed.ts'
import { number } from '../text/count.ts'
import { capColumns } from './cap-columns.ts'
import { EdgePanel } from './edge-panel.tsx'
import { MapActionsContext } from './map-actions.ts'
import type { MapGraph } from './map-graph.ts'
import { MapList } from './map-list.tsx'
import classes from './map-page.module.css'
import type { OnMapView } from './map-page.tsx'
import { MapToolbar } from './map-toolbar.tsx'
import { neighbourhoodVariables } from './map-variables.ts'
import { type MapView, rowsAtFirst } from './map-view.ts'
import { MapWaiting } from './map-waiting.tsx'
import { NodePanel } from './node-panel.tsx'
import { toMap } from './to-map.ts'
import { useMapActions } from './use-map-actions.ts'
import { useRoots } from './use-roots.ts'

// React Flow is a third of the page's code, and the list needs none of it.
const MapCanvas = lazy(() => import('./map-canvas.tsx').then(({ MapCanvas }) => ({ default: MapCanvas })))

/** A list has room for all of them, a map has not. */
function useDrawn(
  whole: MapGraph | null | undefined,
  tab: 'map' | 'list',
  { rows, open, node, why }: MapView,
) {
  const keep = [...open, ...why, node].join('\n')
  return useMemo(
    () =>
      whole && tab === 'map' ? capColumns(whole, rows ?? rowsAtFirst, new Set(keep.split('\n'))) : whole,
    [whole, tab, rows, keep],
  )
}

export function MapOf({ subject, view, onView }: { subject: string; view: MapView; onView: OnMapView }) {
  const narrow = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false }) ?? false
  const asked = useQuery(MapSubjectDocument, { variables: { ref: subject } })
  const entity = asked.data?.entity
  const roots = useRoots(entity)
  const { data, previousData, error, loading, refetch } = useQuery(NeighbourhoodDocument, {
    variables: neighbourhoodVariables(roots.refs, view),
    skip: roots.refs.length === 0,
  })
  const answer = (data ?? previousData)?.neighbourhood
  const { open, depth, direction, groupBy } = view
  const whole = useMemo(
    () => answer && toMap(answer, new Set(roots.refs), { open, depth, direction, groupBy }),
    [answer, roots.refs, open, depth, direction, groupBy],
  )
  const tab = narrow ? 'list' : (view.tab ?? 'map')
  const graph = useDrawn(whole, tab, view)
  const actions = useMapActions(graph, view, onView)

  const missing = isNoRef(asked.error) || (asked.data && !entity && !asked.error)
  if (missing) return <EntityMissing entityRef={subject} page="map" />
  const failed = asked.error ?? roots.error ?? error
  const chosen = graph?.nodes.find(({ id }) => id === view.node)
  const waiting = tab === 'map' ? <MapWaiting /> : <RowsWaiting rows={10} label="Loading the list" />
  const nothing = graph?.nodes.every(({ column }) => column === 0)
  return (
    <MapActionsContext value={actions}>
      <div className={`full ${narrow ? 'grows' : ''} ${classes.page}`} aria-busy={loading}>
        <title>{`Map of ${entity?.title ?? subject} · Alidade`}</title>
        <MapToolbar subject={entity} graph={graph} tab={tab} narrow={narrow} view={view} onView={onView} />
        {failed && <Failure what="The map is not complete" error={failed} onRetry={() => refetch()} />}
        {roots.hidden > 0 && (
          <p className={classes.note}>
            The {roots.refs.length} most depended-on of {number(roots.refs.length + roots.hidden)} are in the
            middle.
          </p>
        )}
        {roots.none && (
          <p className={classes.note}>Nothing that could depend on something belongs to {entity?.title}.</p>
        )}
        {nothing && (
          <p className={classes.note}>
            Nothing depends on it, and it depends on nothing, as far as anything that was imported says.
          </p>
        )}
        <div className={classes.columns}>
          {!graph && !failed && !roots.none && waiting}
          {graph && tab === 'list' && (
            <MapList graph={graph} name={entity?.title ?? subject} narrow={narrow} />
          )}
          {graph && tab === 'map' && (
            <Suspense fallback={<MapWaiting />}>
              <MapCanvas
                key={[depth, direction, groupBy].join(' ')}
                graph={graph}
                label={`${entity?.title ?? subject} with its callers and callees`}
              />
            </Suspense>
          )}
          {graph && actions.chosenEdge && (
            <EdgePanel
              edge={actions.chosenEdge}
              graph={graph}
              refs={roots.refs}
              view={view}
              onView={onView}
            />
          )}
          {chosen && !actions.chosenEdge && <NodePanel node={chosen} view={view} onView={onView} />}
        </div>
      </div>
    </MapActionsContext>
  )
}
