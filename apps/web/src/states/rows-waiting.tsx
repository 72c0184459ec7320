import classes from './rows-waiting.module.css'

const widths = ['wide', 'mid', 'wider', 'short'] as const

/** A list that is on its way: rows of the height of those to come. */
export function RowsWaiting(props: { rows: number; label: string; tall?: boolean }) {
  return (
    <div role="status" aria-label={props.label}>
      {Array.from({ length: props.rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} className={classes.row} data-tall={props.tall || undefined}>
          <span className={`skeleton ${classes.mark}`} />
          <span className="skeleton" data-width={widths[row % widths.length]} />
          <span className="space" />
          <span className="skeleton" data-width="figure" />
        </div>
      ))}
    </div>
  )
}
