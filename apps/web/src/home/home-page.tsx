import { useQuery } from '@apollo/client/react'
import { Link } from '@tanstack/react-router'
import { Section } from '../entity/section.tsx'
import { HomeDocument, type HomeQuery } from '../generated/documents.ts'
import { Failure } from '../states/failure.tsx'
import { RowsWaiting } from '../states/rows-waiting.tsx'
import { number } from '../text/count.ts'
import { Figures } from './figures.tsx'
import classes from './home-page.module.css'
import { MostUsed } from './most-used.tsx'
import { RecentChanges } from './recent-changes.tsx'
import { Sources } from './sources.tsx'
import { Teams } from './teams.tsx'
import { UnresolvedLines } from './unresolved-lines.tsx'

/** What is in the graph, what everything leans on, what needs somebody, and what changed. */
export function HomePage() {
  const { data, error, loading, refetch } = useQuery(HomeDocument)
  return (
    <article>
      <title>Alidade</title>
      <header className="page-head">
        <div>
          <h1>Your organisation</h1>
          <p>Who depends on whom, and how we know. Each figure leads to what it counts.</p>
        </div>
      </header>
      {error && (
        <Failure
          what={data ? 'A part of this page is missing' : 'This page could not be shown'}
          error={error}
          onRetry={() => refetch()}
        />
      )}
      {!data && loading && <RowsWaiting rows={12} label="Loading" tall />}
      {data && <Home data={data} />}
    </article>
  )
}

function Home({ data }: { data: HomeQuery }) {
  const { most, teams, unresolved } = data
  return (
    <>
      <Figures data={data} />
      <div className={`two-columns ${classes.columns}`}>
        <div className="stack">
          {most && most.nodes.length > 0 && (
            <Section
              title="Most depended upon"
              count={most.nodes.length}
              aside={
                <Link
                  className="small t2 link"
                  to="/catalogue"
                  search={{ kinds: ['service', 'api', 'resource'] }}
                >
                  All {number(most.totalCount)}
                </Link>
              }
            >
              <MostUsed entities={most.nodes} />
            </Section>
          )}
          {teams && <Teams teams={teams} />}
        </div>
        <div className="stack">
          {unresolved && <UnresolvedLines list={unresolved} />}
          <RecentChanges />
          <Sources />
        </div>
      </div>
    </>
  )
}
