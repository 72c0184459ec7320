import { useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { CatalogueDocument } from '../generated/documents.ts'
import { Icon } from '../marks/icon.tsx'
import { Sheet } from '../sheet/sheet.tsx'
import { Failure } from '../states/failure.tsx'
import { RowsWaiting } from '../states/rows-waiting.tsx'
import { activeFilters } from './active-filters.ts'
import classes from './catalogue-page.module.css'
import { CatalogueTable } from './catalogue-table.tsx'
import { catalogueVariables } from './catalogue-variables.ts'
import type { CatalogueView } from './catalogue-view.ts'
import { CountLine } from './count-line.tsx'
import { Facets } from './facets.tsx'
import { NoneFound } from './none-found.tsx'
import { OrderChoice } from './order-choice.tsx'
import { TextFilter } from './text-filter.tsx'

export type OnCatalogueView = (change: Partial<CatalogueView>, how?: { replace?: boolean }) => void

/** Everything in the graph, filtered, ordered, and as long as it is. */
export function CataloguePage({ view, onView }: { view: CatalogueView; onView: OnCatalogueView }) {
  const variables = catalogueVariables(view)
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(CatalogueDocument, {
    variables,
  })
  const [sheet, setSheet] = useState(false)
  const list = (data ?? previousData)?.entities
  const filters = activeFilters(view)
  const loadMore = async () => {
    const { error: failed } = await fetchMore({ variables: { after: list?.pageInfo.endCursor } })
    if (failed) throw failed
  }
  return (
    <div className={`full ${classes.page}`}>
      <title>Catalogue · Alidade</title>
      <header className={classes.toolbar}>
        <h1>Catalogue</h1>
        <span className="space wide-only" />
        <TextFilter
          text={view.text}
          onText={(text) => onView({ text, order: undefined }, { replace: true })}
        />
        <Button className="narrow-only" leftSection={<Icon name="filter" />} onClick={() => setSheet(true)}>
          Filters{filters.length > 0 && <b className={classes.badge}>{filters.length}</b>}
        </Button>
      </header>
      <div className={classes.columns}>
        <aside className={`wide-only ${classes.facets}`} aria-label="Filters">
          <Facets view={view} onView={onView} />
        </aside>
        <section className={classes.list} aria-label="Entities" aria-busy={loading}>
          {error && <Failure what="The list could not be shown" error={error} onRetry={() => refetch()} />}
          {!list && loading && <RowsWaiting rows={16} label="Loading the list" />}
          {list && (
            <>
              <CountLine view={view} total={list.totalCount} filters={filters} onView={onView} />
              {list.totalCount === 0 ? (
                <NoneFound view={view} filters={filters} onView={onView} />
              ) : (
                <CatalogueTable list={list} view={view} onView={onView} onMore={loadMore} />
              )}
            </>
          )}
        </section>
      </div>
      <Sheet title="Filters" open={sheet} onClose={() => setSheet(false)}>
        <OrderChoice view={view} onView={onView} />
        <Facets view={view} onView={onView} />
      </Sheet>
    </div>
  )
}
