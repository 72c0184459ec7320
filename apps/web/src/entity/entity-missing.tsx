import { useQuery } from '@apollo/client/react'
import { Link, Navigate } from '@tanstack/react-router'
import { type EntityNameFragment, SearchDocument } from '../generated/documents.ts'
import { KindMark } from '../marks/kind-mark.tsx'
import { count } from '../text/count.ts'
import classes from './entity-missing.module.css'
import { hasKind, nameIn } from './ref-parts.ts'

/**
 * Nothing has this ref: say so, and show what may have been meant. A name without its kind leads on to the one thing
 * that has it, where there is just one.
 */
export function EntityMissing({ entityRef, page }: { entityRef: string; page: 'entity' | 'map' }) {
  const name = nameIn(entityRef)
  const { data, loading } = useQuery(SearchDocument, { variables: { text: name }, skip: name === '' })
  const hits = data?.search?.hits ?? []
  const likely = data?.search?.totalCount ?? 0
  const named = hits.filter(({ node }) => nameIn(node.ref) === name.toLowerCase())
  const [one, another] = named
  if (!hasKind(entityRef)) {
    if (loading && !data) return <section className="empty" aria-busy />
    if (one && !another) return <Onwards to={one.node.ref} page={page} />
  }
  return (
    <section className="empty">
      <title>Not found · Alidade</title>
      <h1>Nothing has the ref {entityRef}</h1>
      <p>
        {hasKind(entityRef)
          ? 'No import has named it, or what named it was removed since.'
          : 'A ref is written kind:namespace/name, for example service:default/checkout.'}
      </p>
      {hits.length > 0 && (
        <>
          <p>Was one of these meant?</p>
          <ul className={`lines ${classes.likely}`}>
            {hits.map(({ node }) => (
              <li key={node.ref}>
                <Likely entity={node} page={page} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Link className="link" to="/catalogue" search={{ text: name }}>
        {likely > hits.length
          ? `${count(likely - hits.length, 'more', 'more')} in the catalogue`
          : `Look for “${name}” in the catalogue`}
      </Link>
    </section>
  )
}

/** In the place of this address, so that Back leads to where one came from. */
function Onwards({ to, page }: { to: string; page: 'entity' | 'map' }) {
  if (page === 'map')
    return <Navigate from="/map" to="/map" search={(view) => ({ ...view, ref: to })} replace />
  return <Navigate from="/entities/$ref" to="/entities/$ref" params={{ ref: to }} search replace />
}

function Likely({ entity, page }: { entity: EntityNameFragment; page: 'entity' | 'map' }) {
  const { ref, kind, title, unresolved } = entity
  const words = (
    <>
      <KindMark kind={kind} unresolved={unresolved} />
      <b>{title}</b>
      <code className="t3 small">{ref}</code>
    </>
  )
  if (page === 'map') {
    return (
      <Link to="/map" search={{ ref }} className="row wrap">
        {words}
      </Link>
    )
  }
  return (
    <Link to="/entities/$ref" params={{ ref }} className="row wrap">
      {words}
    </Link>
  )
}
