import { Link } from '@tanstack/react-router'
import type { ShellQuery } from '../generated/documents.ts'
import { ago, isOld } from '../text/age.ts'
import { count } from '../text/count.ts'
import classes from './source-age.module.css'

/** How many sources there are, and how old the oldest is: behind it they are listed. */
export function SourceAge({ graph }: { graph: ShellQuery['graph'] | undefined }) {
  const lastRead = graph?.oldestSource?.lastRead
  const sources = graph?.sourceCount
  if (!lastRead || !sources) return null
  return (
    <Link
      to="/"
      hash="sources"
      className={classes.age}
      data-old={isOld(lastRead) || undefined}
      title="How old the oldest source is"
    >
      <i aria-hidden />
      <span>
        {count(sources, 'source')}, {sources > 1 && 'oldest '}
        {ago(lastRead)}
      </span>
    </Link>
  )
}
