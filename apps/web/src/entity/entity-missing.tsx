import { Link } from '@tanstack/react-router'

/** Nothing has this ref: say so, and offer to look for what was meant. */
export function EntityMissing({ entityRef }: { entityRef: string }) {
  const name = entityRef.split('/').at(-1) ?? entityRef
  return (
    <section className="empty">
      <title>Not found · Alidade</title>
      <h1>Nothing is called {entityRef}</h1>
      <p>No import has named it, or what named it was removed since. A ref is written kind:namespace/name.</p>
      <Link className="link" to="/catalogue" search={{ text: name }}>
        Look for “{name}” in the catalogue
      </Link>
    </section>
  )
}
