import classes from './catalogue-page.module.css'
import type { OnCatalogueView } from './catalogue-page.tsx'
import { type CatalogueView, orderOf, orders } from './catalogue-view.ts'

const words: Partial<Record<(typeof orders)[number], string>> = {
  '-callers': 'most callers first',
  '-callees': 'most callees first',
  name: 'name',
  owner: 'owner',
  kind: 'kind',
  lifecycle: 'lifecycle',
  relevance: 'best fit for the text',
}

/** The order, where there is no room for column heads. */
export function OrderChoice({ view, onView }: { view: CatalogueView; onView: OnCatalogueView }) {
  return (
    <label className={classes.order}>
      Order
      <select
        value={orderOf(view)}
        onChange={({ target }) => onView({ order: orders.find((one) => one === target.value) })}
      >
        {orders.map((order) =>
          words[order] || order === orderOf(view) ? (
            <option key={order} value={order}>
              {words[order] ?? `${order.replace('-', '')}, last first`}
            </option>
          ) : null,
        )}
      </select>
    </label>
  )
}
