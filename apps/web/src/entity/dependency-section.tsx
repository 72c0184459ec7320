import { ConfidenceMark } from '../marks/confidence-line.tsx'
import { age, isOld } from '../text/age.ts'
import { number } from '../text/count.ts'
import classes from './dependency-section.module.css'
import { EntityLink } from './entity-link.tsx'
import { type EntityView, type ListName, whyKey } from './entity-view.ts'
import { MoreRows } from './more-rows.tsx'
import { OwnerNames } from './owner-names.tsx'
import { Section } from './section.tsx'
import type { Dependency, Listed, ShownEntity } from './shown-entity.ts'
import { WhyButton } from './why-button.tsx'

/** One side of what is around an entity: who depends on it, or on what it depends; directly. */
export function DependencySection(props: {
  entity: ShownEntity
  side: ListName
  title: string
  list: Listed<Dependency> | null
  view: EntityView
  onView: (change: Partial<EntityView>) => void
  hideEmpty?: boolean
}) {
  const { side, title, list, view, onView } = props
  if (!list) return null
  if (list.totalCount === 0 && props.hideEmpty) return null
  return (
    <Section title={title} count={`${number(list.totalCount)} direct`}>
      {list.totalCount === 0 ? (
        <p className="more">
          {side === 'callers'
            ? 'Nothing that was imported depends on it.'
            : 'It depends on nothing that was imported.'}
        </p>
      ) : (
        <table className={`table ${classes.table}`}>
          <thead>
            <tr>
              <th>{side === 'callers' ? 'Who' : 'What'}</th>
              <th className="wide-only">Owner</th>
              <th className={`figure ${classes.weight}`}>Relations</th>
              <th className={classes.evidence}>Best evidence</th>
              <th className={`wide-only ${classes.seen}`}>Seen</th>
              <th className={classes.why}>
                <span className="visually-hidden">Why?</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.edges.map((edge) => (
              <tr key={edge.node.ref}>
                <td className="wraps">
                  <EntityLink entity={edge.node} />
                  {edge.via.length > 0 && (
                    <span className={classes.via}>through {edge.via.map((api) => api.title).join(', ')}</span>
                  )}
                </td>
                <td className="wide-only">
                  <OwnerNames owners={edge.node.owners} />
                </td>
                <td className="figure">{number(edge.weight)}</td>
                <td>
                  <ConfidenceMark confidence={edge.confidence} />
                </td>
                <td className="wide-only">
                  <LastSeen edge={edge} />
                </td>
                <td className="figure">
                  <WhyButton
                    about={edge.node.title}
                    name={whyKey(side, edge.node.ref)}
                    view={view}
                    onView={onView}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MoreRows list={list} all={side} view={view} onView={onView} />
    </Section>
  )
}

function LastSeen({ edge }: { edge: Dependency }) {
  const last = (edge.evidence ?? [])
    .map(({ lastSeen, source }) => lastSeen ?? source.lastRead)
    .sort()
    .at(-1)
  if (!last) return <span className="t3">–</span>
  return <span className={isOld(last) ? 'warn small' : 't3 small'}>{age(last)}</span>
}
