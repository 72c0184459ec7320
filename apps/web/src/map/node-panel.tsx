import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { use } from 'react'
import { EntityLink } from '../entity/entity-link.tsx'
import { OwnerNames } from '../entity/owner-names.tsx'
import { WhyPanel } from '../evidence/why-panel.tsx'
import { Icon } from '../marks/icon.tsx'
import { kinds } from '../marks/kinds.ts'
import { count, number } from '../text/count.ts'
import { MapActionsContext } from './map-actions.ts'
import type { MapNode } from './map-graph.ts'
import classes from './map-page.module.css'
import type { OnMapView } from './map-page.tsx'
import type { MapView } from './map-view.ts'

/** What a node of the map is, what of it is beyond the map, and where to go from it. */
export function NodePanel({ node, view, onView }: { node: MapNode; view: MapView; onView: OnMapView }) {
  const { entity, name, shape, kind, groupSize } = node
  return (
    <WhyPanel key={node.id} title={name} docked onClose={() => onView({ node: undefined })}>
      {entity && (
        <p>
          <EntityLink entity={entity} /> <span className="t3 small">{kinds[kind].one}</span>
        </p>
      )}
      {shape === 'group' ? (
        <p className="t2">
          It stands for {count(groupSize, 'entity', 'entities')} of this map. Fold by nothing to see them one
          by one.
        </p>
      ) : (
        <Facts node={node} />
      )}
      <div className={classes.actions}>
        {entity && shape !== 'focus' && (
          <Button
            renderRoot={(root) => (
              <Link
                {...root}
                to="/map"
                search={{
                  ref: entity.ref,
                  depth: view.depth,
                  direction: view.direction,
                  groupBy: view.groupBy,
                }}
              />
            )}
            leftSection={<Icon name="map" />}
          >
            Map of it
          </Button>
        )}
        {entity && (
          <Button renderRoot={(root) => <Link {...root} to="/entities/$ref" params={{ ref: entity.ref }} />}>
            Open its page
          </Button>
        )}
      </div>
    </WhyPanel>
  )
}

function Facts({ node }: { node: MapNode }) {
  const { onOpen } = use(MapActionsContext)
  const { owners, callers, callees, hiddenIn, hiddenOut, column, shape } = node
  const beyond = column < 0 ? hiddenIn : column > 0 ? hiddenOut : 0
  return (
    <>
      <dl className={classes.facts}>
        <div>
          <dt>Owner</dt>
          <dd>
            <OwnerNames owners={owners} />
          </dd>
        </div>
        <div>
          <dt>Callers</dt>
          <dd>
            {number(callers)}
            {hiddenIn > 0 && <span className="t3">, {number(hiddenIn)} not on this map</span>}
          </dd>
        </div>
        <div>
          <dt>Callees</dt>
          <dd>
            {number(callees)}
            {hiddenOut > 0 && <span className="t3">, {number(hiddenOut)} not on this map</span>}
          </dd>
        </div>
      </dl>
      {beyond > 0 && shape !== 'focus' && (
        <p className="more">
          {count(beyond, column < 0 ? 'caller' : 'callee')} further out:{' '}
          <button type="button" className="link" onClick={() => onOpen(node)}>
            show
          </button>
        </p>
      )}
    </>
  )
}
