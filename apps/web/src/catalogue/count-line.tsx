import { useQuery } from '@apollo/client/react'
import { ShellDocument } from '../generated/documents.ts'
import { Icon } from '../marks/icon.tsx'
import { isKind, kinds } from '../marks/kinds.ts'
import { count, number } from '../text/count.ts'
import { type ActiveFilter, readableValue } from './active-filters.ts'
import classes from './catalogue-page.module.css'
import type { OnCatalogueView } from './catalogue-page.tsx'
import type { CatalogueView } from './catalogue-view.ts'

/** How many there are, of how many, and the filters that make it so; each can be dropped. */
export function CountLine(props: {
  view: CatalogueView
  total: number
  filters: readonly ActiveFilter[]
  onView: OnCatalogueView
}) {
  const { view, total, filters, onView } = props
  const { data } = useQuery(ShellDocument, { fetchPolicy: 'cache-first' })
  const everything = data?.graph.entityCount
  return (
    <div className={classes.counts}>
      <p role="status">
        <b className="num">{number(total)}</b> {whatIsCounted(view, total)}
        {everything !== undefined && filters.length > 0 && (
          <span className="t3"> of {count(everything, 'entity', 'entities')}</span>
        )}
      </p>
      <ul className={classes.filters} aria-label="Filters that are set">
        {filters.map(({ field, title, values, without }) => (
          <li key={field}>
            <button type="button" className="chip" onClick={() => onView(without)}>
              {title}: {values.map((value) => readableValue(field, value)).join(' or ')}
              <Icon name="close" size={11} />
              <span className="visually-hidden">(drop this filter)</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function whatIsCounted({ kinds: chosen }: CatalogueView, total: number): string {
  const only = chosen.length === 1 ? chosen[0]?.toUpperCase() : undefined
  const words = only !== undefined && isKind(only) ? kinds[only] : { one: 'entity', many: 'entities' }
  return total === 1 ? words.one : words.many
}
