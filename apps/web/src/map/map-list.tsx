import { use } from 'react'
import { EntityLink } from '../entity/entity-link.tsx'
import { OwnerNames } from '../entity/owner-names.tsx'
import { Section } from '../entity/section.tsx'
import { ConfidenceMark } from '../marks/confidence-line.tsx'
import { Icon } from '../marks/icon.tsx'
import { KindMark } from '../marks/kind-mark.tsx'
import { count, number } from '../text/count.ts'
import { edgesBySide, type ListedEdge } from './edges-by-side.ts'
import { MapActionsContext } from './map-actions.ts'
import type { MapGraph, MapNode, Rest } from './map-graph.ts'
import classes from './map-page.module.css'
import { restWords } from './rest-words.ts'

/** Everything that the map shows, edge by edge. */
export function MapList({ graph, name, narrow }: { graph: MapGraph; name: string; narrow: boolean }) {
  const { callers, callees, across } = edgesBySide(graph)
  const rest = (side: 'in' | 'out') =>
    graph.rest.filter(({ column }) => (side === 'in' ? column < 0 : column > 0))
  return (
    <div className={`stack ${classes.list}`}>
      {narrow && <p className="t3 small">A map needs more width than this. The list holds the same facts.</p>}
      <Edges title={`Depends on ${name}`} edges={callers} outer="from" rest={rest('in')} />
      <Edges title={`${name} depends on`} edges={callees} outer="to" rest={rest('out')} />
      <Edges title="Between these" edges={across} rest={[]} />
    </div>
  )
}

function Edges(props: {
  title: string
  edges: readonly ListedEdge[]
  outer?: 'from' | 'to'
  rest: readonly Rest[]
}) {
  const { title, edges, outer, rest } = props
  const { onEdge, onRest, chosenEdge } = use(MapActionsContext)
  if (edges.length === 0 && rest.length === 0) return null
  return (
    <Section title={title} count={count(edges.length, 'edge')}>
      <table className={`table ${classes.table}`}>
        <thead>
          <tr>
            <th>{outer === 'from' ? 'Who' : outer === 'to' ? 'What' : 'Who and what'}</th>
            <th className="wide-only">Owner</th>
            {outer && <th className={`figure ${classes.hops}`}>Hops</th>}
            <th className={`figure ${classes.relations}`}>Relations</th>
            <th className={classes.evidence}>Best evidence</th>
            <th className={classes.why}>
              <span className="visually-hidden">Why?</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {edges.map(({ edge, from, to, hops }) => (
            <tr key={`${edge.from} ${edge.to}`}>
              <td className="wraps">
                <Ends from={from} to={to} only={hops === 1 ? outer : undefined} />
              </td>
              <td className="wide-only">
                <Owners node={outer === 'to' ? to : from} />
              </td>
              {outer && <td className="figure">{hops}</td>}
              <td className="figure">{number(edge.weight)}</td>
              <td>
                <ConfidenceMark confidence={edge.confidence} />
              </td>
              <td className="figure">
                <button
                  type="button"
                  className="why"
                  aria-expanded={edge === chosenEdge}
                  aria-label={`why? ${from.name} depends on ${to.name}: where does this come from`}
                  onClick={() => onEdge(edge)}
                >
                  why?
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest.map((one) => (
        <p key={one.column} className="more">
          {restWords(one)}:{' '}
          <button type="button" className="link" onClick={() => onRest(one)}>
            show
          </button>
        </p>
      ))}
    </Section>
  )
}

function Ends({ from, to, only }: { from: MapNode; to: MapNode; only: 'from' | 'to' | undefined }) {
  if (only) return <NodeName node={only === 'from' ? from : to} />
  return (
    <span className={classes.pair}>
      <NodeName node={from} />
      <Icon name="arrow" size={12} />
      <span className="visually-hidden">depends on</span>
      <NodeName node={to} />
    </span>
  )
}

function NodeName({ node: { entity, kind, name, shape, about } }: { node: MapNode }) {
  return (
    <>
      {entity ? (
        <EntityLink entity={entity} />
      ) : (
        <span className="row">
          <KindMark kind={kind} unresolved />
          {name}
        </span>
      )}
      {shape === 'group' && <span className="t3 small"> {about}</span>}
    </>
  )
}

function Owners({ node: { shape, owners } }: { node: MapNode }) {
  return shape === 'group' ? <span className="t3">–</span> : <OwnerNames owners={owners} />
}
