import { useQuery } from '@apollo/client/react'
import { EntityDocument } from '../generated/documents.ts'
import { Failure } from '../states/failure.tsx'
import { isNoRef } from '../states/what-failed.ts'
import { EntityAside } from './entity-aside.tsx'
import { EntityHeading } from './entity-heading.tsx'
import { EntityMissing } from './entity-missing.tsx'
import { EntitySections } from './entity-sections.tsx'
import { entityVariables } from './entity-variables.ts'
import type { EntityView } from './entity-view.ts'
import { EntityWaiting } from './entity-waiting.tsx'
import { OpenFact } from './open-fact.tsx'
import { SourceTable } from './source-table.tsx'
import { Unresolved } from './unresolved.tsx'

/** One entity of any kind: what it is, whom to ask, what is around it, who says so, and what changed. */
export function EntityPage(props: {
  entityRef: string
  view: EntityView
  onView: (change: Partial<EntityView>) => void
}) {
  const { entityRef, view, onView } = props
  const { data, previousData, error, loading, refetch } = useQuery(EntityDocument, {
    variables: entityVariables(entityRef, view),
  })
  const shown = data ?? (previousData?.entity?.ref === entityRef ? previousData : undefined)
  if (!shown) {
    if (loading) return <EntityWaiting entityRef={entityRef} />
    return <EntityFailure entityRef={entityRef} error={error} onRetry={() => refetch()} />
  }
  const { entity } = shown
  if (!entity) {
    return <EntityFailure entityRef={entityRef} error={error} onRetry={() => refetch()} />
  }
  return (
    <article>
      <title>{`${entity.title} · Alidade`}</title>
      <EntityHeading entity={entity} />
      <div className="two-columns">
        <div className="stack">
          {error && <Failure what="A part of this page is missing" error={error} onRetry={() => refetch()} />}
          {entity.unresolved && <Unresolved entity={entity} />}
          <EntitySections entity={entity} view={view} onView={onView} />
          {!entity.unresolved && <SourceTable entity={entity} />}
        </div>
        <EntityAside entity={entity} />
      </div>
      {view.why && <OpenFact entity={entity} why={view.why} onClose={() => onView({ why: undefined })} />}
    </article>
  )
}

/** There is no such entity, or what there is can't be shown. */
function EntityFailure(props: { entityRef: string; error: unknown; onRetry: () => void }) {
  const { entityRef, error, onRetry } = props
  if (!error || isNoRef(error)) return <EntityMissing entityRef={entityRef} page="entity" />
  return (
    <section>
      <title>Failed · Alidade</title>
      <h1 className="visually-hidden">{entityRef}</h1>
      <Failure what="This entity could not be shown" error={error} onRetry={onRetry} />
    </section>
  )
}
