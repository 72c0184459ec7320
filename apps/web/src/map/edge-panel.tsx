import { useQuery } from '@apollo/client/react'
import { WhyEdge } from '../evidence/why-edge.tsx'
import { WhyPanel } from '../evidence/why-panel.tsx'
import { type EntityNameFragment, MapEvidenceDocument } from '../generated/documents.ts'
import { Failure } from '../states/failure.tsx'
import type { MapEdge, MapGraph, MapNode } from './map-graph.ts'
import type { OnMapView } from './map-page.tsx'
import { neighbourhoodVariables } from './map-variables.ts'
import type { MapView } from './map-view.ts'

/** Why an edge of the map is there. Its facts come when it is asked. */
export function EdgePanel(props: {
  edge: MapEdge
  graph: MapGraph
  refs: readonly string[]
  view: MapView
  onView: OnMapView
}) {
  const { edge, graph, refs, view, onView } = props
  const from = graph.nodes.find(({ id }) => id === edge.from)
  const to = graph.nodes.find(({ id }) => id === edge.to)
  // Between two entities it is enough to ask about these; a group is what it is only among all the others.
  const single = from?.groupSize === 0 && to?.groupSize === 0
  const variables = single
    ? { refs: [edge.from, edge.to], depth: 1, direction: 'BOTH' as const, groupBy: null, first: 2 }
    : neighbourhoodVariables(refs, view)
  const { data, error, refetch } = useQuery(MapEvidenceDocument, { variables })
  const found = data?.neighbourhood?.edges.find((one) => one.from === edge.from && one.to === edge.to)
  if (!from || !to) return null
  return (
    <WhyPanel
      key={`${edge.from} ${edge.to}`}
      title="Why this edge?"
      docked
      onClose={() => onView({ why: [] })}
    >
      <WhyEdge
        edge={{
          ...edge,
          from: named(from),
          to: named(to),
          evidence: data ? (found?.evidence ?? null) : error ? null : undefined,
        }}
      />
      {error && <Failure what="The facts could not be shown" error={error} onRetry={() => refetch()} />}
    </WhyPanel>
  )
}

function named({ entity, id, kind, name }: MapNode): EntityNameFragment {
  return entity ?? { __typename: 'Team', ref: id, kind, name, title: name, unresolved: true, lifecycle: null }
}
