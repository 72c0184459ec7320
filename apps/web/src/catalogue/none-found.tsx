import { useQuery } from '@apollo/client/react'
import { CatalogueCountDocument } from '../generated/documents.ts'
import { Nothing } from '../states/nothing.tsx'
import { count } from '../text/count.ts'
import { type ActiveFilter, readableValue } from './active-filters.ts'
import classes from './catalogue-page.module.css'
import type { OnCatalogueView } from './catalogue-page.tsx'
import { whereOf } from './catalogue-variables.ts'
import type { CatalogueView } from './catalogue-view.ts'

/** Nothing fits all filters: which one to drop, and what that would give. */
export function NoneFound(props: {
  view: CatalogueView
  filters: readonly ActiveFilter[]
  onView: OnCatalogueView
}) {
  const { view, filters, onView } = props
  return (
    <div className={classes.none}>
      <Nothing title={filters.length > 1 ? 'Nothing fits all of these filters' : 'Nothing fits this filter'}>
        <ul className="lines">
          {filters.map((filter) => (
            <Without key={filter.field} view={view} filter={filter} onView={onView} />
          ))}
        </ul>
      </Nothing>
    </div>
  )
}

function Without({
  view,
  filter,
  onView,
}: {
  view: CatalogueView
  filter: ActiveFilter
  onView: OnCatalogueView
}) {
  const { field, title, values, without } = filter
  const rest = { ...view, ...without }
  const { data } = useQuery(CatalogueCountDocument, {
    variables: { where: whereOf(rest), text: rest.text ?? null },
  })
  const found = data?.entities?.totalCount
  return (
    <li>
      <button type="button" className="link" onClick={() => onView(without)}>
        Drop {title.toLowerCase()} “{values.map((value) => readableValue(field, value)).join('” or “')}”
      </button>
      {found !== undefined && (
        <span className="t2">
          {' '}
          gives {found === 0 ? 'nothing either' : count(found, 'entity', 'entities')}
        </span>
      )}
    </li>
  )
}
