import { ago } from '../text/age.ts'
import { count } from '../text/count.ts'
import classes from './change-line.module.css'
import { ChangeLine } from './change-line.tsx'
import type { ShownEntity } from './shown-entity.ts'

type Change = NonNullable<ShownEntity['changes']>['nodes'][number]

/** More of one commit than these are one row, which opens. */
const few = 3

/** Changes in their order; those that came with one commit together, as a first import brings many. */
export function ChangesByCommit({ changes }: { changes: readonly Change[] }) {
  const commits = Map.groupBy(changes, ({ revision }) => revision)
  return [...commits].map(([revision, together]) => {
    const [first] = together
    const lines = together.map((change) => (
      <ChangeLine key={`${change.kind} ${change.text}`} change={change} dated={together.length <= few} />
    ))
    if (together.length <= few || !first) return lines
    return (
      <li key={revision}>
        <details className={classes.commit}>
          <summary>
            {count(together.length, 'change')}
            <span className={classes.about}>
              {ago(first.at)}, {first.actor}
            </span>
          </summary>
          <ul className="lines">{lines}</ul>
        </details>
      </li>
    )
  })
}
