import { useQuery } from '@apollo/client/react'
import { ChangeLine } from '../entity/change-line.tsx'
import { Section } from '../entity/section.tsx'
import { RecentChangesDocument } from '../generated/documents.ts'
import { Failure } from '../states/failure.tsx'
import { RowsWaiting } from '../states/rows-waiting.tsx'
import { ago } from '../text/age.ts'

/** The server gives a change to the graph as a whole: an import may bring thousands. */
const few = 10

/** What the last change to the graph brought. */
export function RecentChanges({ revision }: { revision: number }) {
  const { data, error, loading, refetch } = useQuery(RecentChangesDocument, {
    variables: { since: Math.max(0, revision - 1) },
  })
  const changes = data?.changes
  const [first] = changes?.nodes ?? []
  return (
    <Section title="Changed last" count={first && `${ago(first.at)}, ${first.actor}`}>
      {!changes && loading && <RowsWaiting rows={5} label="Loading the changes" />}
      {!changes && !loading && (
        <Failure what="The changes could not be shown" error={error} onRetry={() => refetch()} />
      )}
      {changes?.nodes.length === 0 && <p className="more">Nothing has changed in the last 180 days.</p>}
      <ul className="lines">
        {changes?.nodes.slice(0, few).map((change) => (
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
  const beyond = Math.max(changes.totalCount ?? 0, changes.nodes.length) - few
  if (beyond <= 0) return null
  return <p className="more">{beyond.toLocaleString('en')} more in the same change.</p>
}
