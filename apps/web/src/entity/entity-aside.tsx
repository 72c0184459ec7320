import { Icon } from '../marks/icon.tsx'
import { count } from '../text/count.ts'
import { safeUrl } from '../text/safe-url.ts'
import { ChangesByCommit } from './changes-by-commit.tsx'
import { otherLinks } from './contacts-of.ts'
import classes from './entity-aside.module.css'
import { EntityLink } from './entity-link.tsx'
import { Section } from './section.tsx'
import type { ShownEntity } from './shown-entity.ts'

/** What surrounds the page's question: links, other names, what changed, labels. */
export function EntityAside({ entity }: { entity: ShownEntity }) {
  const { changes, labels, annotations, unresolved } = entity
  // What the store could not give is null; the page says so above.
  const [aliases, candidates] = [entity.aliases ?? [], entity.candidates ?? []]
  const links = otherLinks(entity.links ?? [])
  return (
    <div className="stack">
      {links.length > 0 && (
        <Section title="Links" count={links.length}>
          <ul className="lines">
            {links.map(({ url, title }) => {
              const href = safeUrl(url)
              return (
                <li key={url} className={classes.link}>
                  <Icon name="external" size={14} />
                  {href ? (
                    <a href={href} target="_blank" rel="noreferrer">
                      {title ?? href}
                    </a>
                  ) : (
                    <span title="Only http, https and mailto are links here">
                      {title ? `${title}: ${url}` : url}
                    </span>
                  )}
                </li>
              )
            })}
          </ul>
        </Section>
      )}
      {!unresolved && candidates.length > 0 && (
        <Section title="May be the same as" count={candidates.length}>
          <ul className="lines">
            {candidates.map(({ entity: other, reason }) => (
              <li key={other.ref}>
                <EntityLink entity={other} />
                <span className={classes.reason}>{reason}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {aliases.length > 0 && (
        <Section title="Also known as" count={aliases.length}>
          <ul className="lines">
            {aliases.map(({ ref, reason }) => (
              <li key={ref}>
                <code className={classes.ref}>{ref}</code>
                <span className={classes.reason}>{reason}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="History" count={changes?.totalCount ?? undefined}>
        {!changes && <p className="more">The store could not give it. The rest of the page stands.</p>}
        {changes?.nodes.length === 0 && (
          <p className="more">Nothing has changed here in the last 180 days.</p>
        )}
        <ul className="lines">{changes && <ChangesByCommit changes={changes.nodes} />}</ul>
        {changes?.hasMore && <Older changes={changes} />}
      </Section>
      <Pairs title="Labels" pairs={labels} />
      <Pairs title="Annotations" pairs={annotations} />
    </div>
  )
}

function Older({ changes: { totalCount, nodes } }: { changes: NonNullable<ShownEntity['changes']> }) {
  if (totalCount === null) return <p className="more">Older changes are not shown.</p>
  return (
    <p className="more">
      {count(totalCount - nodes.length, 'older change is', 'older changes are')} not shown.
    </p>
  )
}

function Pairs({ title, pairs }: { title: string; pairs: ShownEntity['labels'] }) {
  if (!pairs || pairs.length === 0) return null
  return (
    <Section title={title} count={pairs.length}>
      <dl className={classes.pairs}>
        {pairs.map(({ key, value }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
