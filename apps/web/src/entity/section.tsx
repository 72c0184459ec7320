import type { ReactNode } from 'react'
import { number } from '../text/count.ts'

/** A sheet of a page: a rule, a heading with its count, and what is below. */
export function Section(props: {
  title: string
  count?: ReactNode
  aside?: ReactNode
  children: ReactNode
  id?: string
}) {
  return (
    <section className="section" aria-label={props.title} id={props.id}>
      <header className="section-head">
        <h2>{props.title}</h2>
        {props.count !== undefined && (
          <span className="count">{typeof props.count === 'number' ? number(props.count) : props.count}</span>
        )}
        <span className="space" />
        {props.aside}
      </header>
      {props.children}
    </section>
  )
}
