import { Link } from '@tanstack/react-router'
import type { TeamDependenciesFragment } from '../generated/documents.ts'
import { ConfidenceMark } from '../marks/confidence-line.tsx'
import { count, number } from '../text/count.ts'
import classes from './dependency-section.module.css'
import { EntityLink } from './entity-link.tsx'
import { Section } from './section.tsx'
import type { ShownEntity } from './shown-entity.ts'

/** Teams whose software depends on this team's, or the other way round. Each relation between two services counts one. */
export function TeamDependencySection(props: {
  entity: ShownEntity
  title: string
  list: TeamDependenciesFragment | null
}) {
  const { entity, title, list } = props
  if (!list) return null
  return (
    <Section
      title={title}
      count={count(list.totalCount, 'team')}
      aside={
        <Link className="small t2 link" to="/map" search={{ ref: entity.ref, groupBy: 'team', tab: 'list' }}>
          Every edge, by team
        </Link>
      }
    >
      {list.totalCount === 0 ? (
        <p className="more">No other team’s, as far as anything that was imported says.</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th>Team</th>
              <th className={`figure ${classes.weight}`}>Relations</th>
              <th className={classes.evidence}>Best evidence</th>
            </tr>
          </thead>
          <tbody>
            {list.edges.map((edge) => (
              <tr key={edge.node.ref}>
                <td className="wraps">
                  <EntityLink entity={edge.node} />
                </td>
                <td className="figure">{number(edge.weight)}</td>
                <td>
                  <ConfidenceMark confidence={edge.confidence} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.totalCount > list.edges.length && (
        <p className="more">{count(list.totalCount - list.edges.length, 'more team')}.</p>
      )}
    </Section>
  )
}
