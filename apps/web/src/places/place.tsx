import type { ReactNode } from 'react'

/** A place that has nothing to show yet: what it is for, and what would fill it. */
export function Place(props: { name: string; lead: string; children: ReactNode }) {
  const { name, lead, children } = props
  return (
    <article>
      <title>{`${name} · Alidade`}</title>
      <header className="page-head">
        <div>
          <h1>{name}</h1>
          <p>{lead}</p>
        </div>
      </header>
      {children}
    </article>
  )
}
