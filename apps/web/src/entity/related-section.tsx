import { ConfidenceMark } from '../marks/confidence-line.tsx'
import { kinds } from '../marks/kinds.ts'
import classes from './dependency-section.module.css'
import { EntityLink } from './entity-link.tsx'
import { type EntityView, type ListName, whyKey } from './entity-view.ts'
import { MoreRows } from './more-rows.tsx'
import { OwnerNames } from './owner-names.tsx'
import { relationWords } from './relation-words.ts'
import { Section } from './section.tsx'
import type { Listed, Related } from './shown-entity.ts'
import { WhyButton } from './why-button.tsx'

const owned = new Set(['SERVICE', 'API', 'RESOURCE', 'SYSTEM'])

/** What stands in one kind of relation to an entity. Left out where there is none, unless it is worth saying. */
export function RelatedSection(props: {
  name: string
  title: string
  list: Listed<Related> | null
  view: EntityView
  onView: (change: Partial<EntityView>) => void
  all?: ListName
  showEmpty?: string
}) {
  const { name, title, list, view, onView, all, showEmpty } = props
  if (!list) return null
  // Of what a team owns, the owner is known.
  const byKind = name === 'owned'
  if (list.totalCount === 0) {
    return showEmpty ? (
      <Section title={title} count={0}>
        <p className="more">{showEmpty}</p>
      </Section>
    ) : null
  }
  return (
    <Section title={title} count={list.totalCount}>
      <table className="table">
        <thead>
          <tr>
            <th>Name</th>
            <th className="wide-only">
              {byKind ? 'Kind' : list.edges.some(({ node }) => owned.has(node.kind)) ? 'Owner' : 'As'}
            </th>
            <th className={classes.evidence}>Best evidence</th>
            <th className={classes.why}>
              <span className="visually-hidden">Why?</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.edges.map((edge) => (
            <tr key={`${edge.type} ${edge.direction} ${edge.node.ref}`}>
              <td className="wraps">
                <EntityLink entity={edge.node} />
              </td>
              <td className="wide-only t2">
                {byKind ? (edge.node.type ?? kinds[edge.node.kind].one) : <About edge={edge} />}
              </td>
              <td>
                <ConfidenceMark confidence={edge.confidence} />
              </td>
              <td className="figure">
                <WhyButton
                  about={edge.node.title}
                  name={whyKey(name, edge.node.ref)}
                  view={view}
                  onView={onView}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows list={list} all={all} view={view} onView={onView} />
    </Section>
  )
}

/** Who owns it, or in what role it is here. */
function About({ edge }: { edge: Related }) {
  if (owned.has(edge.node.kind)) return <OwnerNames owners={edge.node.owners} />
  return edge.properties?.find(({ key }) => key === 'role')?.value ?? relationWords(edge)
}
