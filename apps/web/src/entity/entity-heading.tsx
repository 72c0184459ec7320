import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Icon } from '../marks/icon.tsx'
import { KindMark } from '../marks/kind-mark.tsx'
import { kinds } from '../marks/kinds.ts'
import { Contacts } from './contacts.tsx'
import classes from './entity-heading.module.css'
import { EntityLink } from './entity-link.tsx'
import { LifecycleChip } from './lifecycle-chip.tsx'
import type { ShownEntity } from './shown-entity.ts'

const onTheMap = new Set(['SERVICE', 'RESOURCE', 'API', 'TEAM', 'SYSTEM', 'DOMAIN'])

/** What it is, who owns it, how to reach them. */
export function EntityHeading({ entity }: { entity: ShownEntity }) {
  const { ref, kind, title, type, description, unresolved, owners, domain, system, tags } = entity
  return (
    <>
      {(domain || system) && (
        <nav className={classes.within} aria-label="Part of">
          {domain && <EntityLink entity={domain} plain />}
          {domain && system && <Icon name="right" size={11} />}
          {system && <EntityLink entity={system} plain />}
        </nav>
      )}
      <header className="page-head">
        <div>
          <h1 className={classes.title}>
            <KindMark kind={kind} size={20} unresolved={unresolved} />
            <span>{title}</span>
            <LifecycleChip entity={entity} />
            <span className="chip">
              {type && type !== kinds[kind].one ? `${kinds[kind].one}, ${type}` : kinds[kind].one}
            </span>
          </h1>
          {description && <p>{description}</p>}
          <div className={classes.meta}>
            {owners.map((owner) => (
              <EntityLink key={owner.ref} entity={owner} />
            ))}
            {owners.length === 0 && isOwned(entity) && <span className="warn">owned by nobody</span>}
            <Contacts links={contactLinks(entity)} properties={entity.properties ?? []} />
            <code>{ref}</code>
          </div>
          {tags.length > 0 && (
            <ul className={classes.tags} aria-label="Tags">
              {tags.map((tag) => (
                <li key={tag}>#{tag}</li>
              ))}
            </ul>
          )}
        </div>
        {onTheMap.has(kind) && (
          <Button
            renderRoot={(props) => <Link {...props} to="/map" search={{ ref }} />}
            leftSection={<Icon name="map" />}
          >
            Map
          </Button>
        )}
      </header>
    </>
  )
}

function isOwned({ kind }: ShownEntity): boolean {
  return kind === 'SERVICE' || kind === 'API' || kind === 'RESOURCE' || kind === 'SYSTEM'
}

/** Its own links that lead to people, then those of its owners. */
function contactLinks({ links, owners }: ShownEntity) {
  return [...(links ?? []), ...owners.flatMap((owner) => owner.links ?? [])]
}
