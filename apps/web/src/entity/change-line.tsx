import { Link } from '@tanstack/react-router'
import type { ChangeKind, EntityNameFragment } from '../generated/documents.ts'
import { ago } from '../text/age.ts'
import classes from './change-line.module.css'

const marks = { ADDED: '+', REMOVED: '−', CHANGED: '~' } as const satisfies Record<ChangeKind, string>

/** One change in a list, which leads to what it changed; when and by whom, where the list does not say it for all. */
export function ChangeLine(props: {
  change: { kind: ChangeKind; text: string; at: string; actor: string }
  entity?: Pick<EntityNameFragment, 'ref'> | null
  dated?: boolean
}) {
  const { change, entity, dated = false } = props
  const { kind, text, at, actor } = change
  return (
    <li className={classes.change}>
      <span className={classes.mark} data-kind={kind} role="img" aria-label={kind.toLowerCase()}>
        {marks[kind]}
      </span>
      <div>
        {entity ? (
          <Link to="/entities/$ref" params={{ ref: entity.ref }}>
            {text}
          </Link>
        ) : (
          text
        )}
        {dated && (
          <span className={classes.about}>
            {ago(at)}, {actor}
          </span>
        )}
      </div>
    </li>
  )
}
