import type { ReactNode } from 'react'
import { Icon } from '../marks/icon.tsx'
import type { OnCatalogueView } from './catalogue-page.tsx'
import classes from './catalogue-table.module.css'
import { type CatalogueView, orderOf, orders } from './catalogue-view.ts'

/** Columns of numbers are asked for with the greatest first. */
const figures = new Set(['callers', 'callees'])

/** The head of a column; a click orders by it, a second one the other way round. */
export function SortHeader(props: {
  column: string
  view: CatalogueView
  onView: OnCatalogueView
  children: ReactNode
}) {
  const { column, view, onView, children } = props
  const now = orderOf(view)
  const up = orders.find((order) => order === column)
  const down = orders.find((order) => order === `-${column}`)
  if (!up || !down) return <th data-column={column}>{children}</th>
  const sorted = now === up ? 'ascending' : now === down ? 'descending' : undefined
  const next = sorted === 'ascending' ? down : sorted === 'descending' ? up : figures.has(column) ? down : up
  return (
    <th data-column={column} aria-sort={sorted}>
      <button
        type="button"
        className={classes.sort}
        data-sorted={sorted}
        onClick={() => onView({ order: next })}
      >
        {children}
        {sorted && <Icon name="sorted" size={11} />}
      </button>
    </th>
  )
}
