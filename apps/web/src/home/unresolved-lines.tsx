import { Link } from '@tanstack/react-router'
import { EntityLink } from '../entity/entity-link.tsx'
import { Section } from '../entity/section.tsx'
import type { HomeQuery } from '../generated/documents.ts'
import { number } from '../text/count.ts'
import classes from './home-page.module.css'

/** What files name and nothing describes: where it is named, and what it may be. */
export function UnresolvedLines({ list }: { list: NonNullable<HomeQuery['unresolved']> }) {
  return (
    <Section
      title="Unresolved"
      count={list.totalCount}
      aside={
        list.totalCount > list.nodes.length && (
          <Link className="small t2 link" to="/catalogue" search={{ states: ['unresolved'] }}>
            All {number(list.totalCount)}
          </Link>
        )
      }
    >
      {list.totalCount === 0 && <p className="more">Everything that is named is described.</p>}
      <ul className="lines">
        {list.nodes.map((entity) => {
          const { ref, mentions, candidates } = entity
          const [place] = mentions?.nodes ?? []
          const [likely] = candidates ?? []
          return (
            <li key={ref}>
              <EntityLink entity={entity} />
              {place && (
                <p className={`place-in-file ${classes.indented}`}>
                  {place.file}:{place.line}
                  {mentions && mentions.totalCount > 1 && `, and ${mentions.totalCount - 1} more`}
                </p>
              )}
              {likely && (
                <p className={`small t2 ${classes.indented}`}>
                  May be <EntityLink entity={likely.entity} plain />: {likely.reason}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
