import { useQuery } from '@apollo/client/react'
import { Section } from '../entity/section.tsx'
import { SourcesDocument } from '../generated/documents.ts'
import { Icon } from '../marks/icon.tsx'
import { Failure } from '../states/failure.tsx'
import { RowsWaiting } from '../states/rows-waiting.tsx'
import { ago, isOld } from '../text/age.ts'
import { number } from '../text/count.ts'
import { safeUrl } from '../text/safe-url.ts'
import classes from './home-page.module.css'

/** What the graph was read from and when, and what of it could not be read as meant. */
export function Sources() {
  const { data, error, loading, refetch } = useQuery(SourcesDocument)
  const { sources, problems } = data ?? {}
  return (
    <>
      <Section title="Sources" count={sources?.length} id="sources">
        {!sources && loading && <RowsWaiting rows={3} label="Loading the sources" />}
        {!sources && !loading && (
          <Failure what="The sources could not be shown" error={error} onRetry={() => refetch()} />
        )}
        <ul className="lines">
          {sources?.map(({ id, lastRead, origin }) => {
            const href = origin ? safeUrl(origin) : undefined
            return (
              <li key={id} className={classes.source}>
                {href ? (
                  <a className="mono" href={href} target="_blank" rel="noreferrer">
                    {id}
                  </a>
                ) : (
                  <span className="mono">{id}</span>
                )}
                {lastRead && (
                  <span className={isOld(lastRead) ? 'warn small' : 't3 small'}>read {ago(lastRead)}</span>
                )}
              </li>
            )
          })}
        </ul>
      </Section>
      {problems && problems.totalCount > 0 && (
        <Section title="Could not be read as meant" count={problems.totalCount}>
          <ul className="lines">
            {problems.nodes.map(({ severity, message, file, line }) => (
              <li key={`${file}:${line} ${message}`} className={classes.problem}>
                <span
                  className={severity === 'ERROR' ? 'danger' : 'warn'}
                  role="img"
                  aria-label={severity.toLowerCase()}
                >
                  <Icon name="alert" size={14} />
                </span>
                <div>
                  {message}
                  <span className={`place-in-file ${classes.place}`}>
                    {file}:{line}
                  </span>
                </div>
              </li>
            ))}
          </ul>
          {problems.totalCount > problems.nodes.length && (
            <p className="more">
              {number(problems.totalCount - problems.nodes.length)} more: alidade import lists them all.
            </p>
          )}
        </Section>
      )}
    </>
  )
}
