import { useMediaQuery } from '@mantine/hooks'
import { useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { CatalogueQuery } from '../generated/documents.ts'
import { number } from '../text/count.ts'
import type { OnCatalogueView } from './catalogue-page.tsx'
import classes from './catalogue-table.module.css'
import type { CatalogueView } from './catalogue-view.ts'
import { catalogueColumns, features } from './columns.tsx'
import { SortHeader } from './sort-header.tsx'
import { useMore } from './use-more.ts'

type List = NonNullable<CatalogueQuery['entities']>

/** How many rows before the end of what is loaded the next page is asked for. */
const ahead = 40

/** The rows that are on the screen, of a list of any length; the next page comes before its first row is reached. */
export function CatalogueTable(props: {
  list: List
  view: CatalogueView
  onView: OnCatalogueView
  onMore: () => Promise<unknown>
}) {
  const { list, view, onView, onMore } = props
  const scroller = useRef<HTMLElement>(null)
  const narrow = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false })
  const table = useTable({
    features,
    columns: catalogueColumns,
    data: list.edges,
    getRowId: ({ node }) => node.ref,
  })
  const { rows } = table.getRowModel()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (narrow ? 56 : 32),
    getItemKey: (place) => rows[place]?.id ?? place,
    overscan: 20,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const { failed, ask } = useMore(
    list.pageInfo.hasNextPage && last >= rows.length - ahead,
    rows.length,
    onMore,
  )

  const [before, after] = [items[0]?.start ?? 0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)]
  const { first, final } = inSight(virtual.range)
  return (
    <>
      <section
        ref={scroller}
        className={classes.scroller}
        data-scroll-restoration-id="catalogue"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: axe asks for it (scrollable-region-focusable)
        tabIndex={0}
        aria-label="Rows"
      >
        <table className={`table ${classes.table}`} aria-rowcount={list.totalCount + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {table.getFlatHeaders().map((header) => (
                <SortHeader key={header.id} column={header.column.id} view={view} onView={onView}>
                  <table.FlexRender header={header} />
                </SortHeader>
              ))}
            </tr>
          </thead>
          <tbody>
            <Gap height={before} />
            {items.map(({ index }) => {
              const row = rows[index]
              return (
                row && (
                  <tr key={row.id} ref={virtual.measureElement} data-index={index} aria-rowindex={index + 2}>
                    {row.getAllCells().map((cell) => (
                      <td key={cell.id} data-column={cell.column.id}>
                        <table.FlexRender cell={cell} />
                      </td>
                    ))}
                  </tr>
                )
              )
            })}
            <Gap height={after} />
          </tbody>
        </table>
      </section>
      <footer className={classes.footer}>
        Rows {number(first)} to {number(final)} of {number(list.totalCount)}
        {failed && (
          <span role="alert" className="danger">
            The next rows did not come.{' '}
            <button type="button" className="link" onClick={ask}>
              Try again
            </button>
          </span>
        )}
      </footer>
    </>
  )
}

/** The room of the rows that are not on the screen. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className={classes.gap}>
      {/* Known only here and now, so that no style sheet can have it. */}
      <td style={{ height }} />
    </tr>
  )
}

function inSight(range: { startIndex: number; endIndex: number } | null) {
  return { first: (range?.startIndex ?? 0) + 1, final: (range?.endIndex ?? 0) + 1 }
}
