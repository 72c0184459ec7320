import { useQuery } from '@apollo/client/react'
import { ChangeLine } from '../entity/change-line.tsx'
import { Section } from '../entity/section.tsx'
import { RecentChangesDocument } from '../generated/documents.ts'
import { Failure } from '../states/failure.tsx'
import { RowsWaiting } from '../states/rows-waiting.tsx'
import { ago } from '../text/age.ts'

/** What changed last in the graph, newest first. */
export function RecentChanges() {
  const { data, error, loading, refetch } = useQuery(RecentChangesDocument)
  const changes = data?.latestChanges
  const [first] = changes?.nodes ?? []
  return (
    <Section title="Changed last" count={first && `${ago(first.at)}, ${first.actor}`}>
      {!changes && loading && <RowsWaiting rows={5} label="Loading the changes" />}
      {!changes && !loading && (
        <Failure what="The changes could not be shown" error={error} onRetry={() => refetch()} />
      )}
      {changes?.nodes.length === 0 && <p className="more">Nothing has changed in the last 180 days.</p>}
      <ul className="lines">
        {changes?.nodes.map((change) => (
          <ChangeLine
            key={`${change.revision} ${change.kind} ${change.text}`}
            change={change}
            entity={change.entity}
          />
        ))}
      </ul>
      {changes && <Beyond changes={changes} />}
    </Section>
  )
}

function Beyond({ changes }: { changes: { totalCount: number | null; nodes: readonly unknown[] } }) {
  const beyond = (changes.totalCount ?? 100_000) - changes.nodes.length
  if (beyond <= 0) return null
  return (
    <p className="more">
      {changes.totalCount === null && 'Over '}
      {beyond.toLocaleString('en')} more changes in the last 180 days.
    </p>
  )
}
