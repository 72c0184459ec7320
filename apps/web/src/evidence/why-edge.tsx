import { EntityLink } from '../entity/entity-link.tsx'
import type { Confidence, EntityNameFragment, EvidencePartsFragment } from '../generated/documents.ts'
import { confidenceWord } from '../marks/confidences.ts'
import { Icon } from '../marks/icon.tsx'
import { RowsWaiting } from '../states/rows-waiting.tsx'
import { count } from '../text/count.ts'
import { EvidenceList } from './evidence-list.tsx'
import classes from './why-edge.module.css'

/** One thing that depends on another, and everything that says so. */
export interface Edge {
  readonly from: EntityNameFragment
  readonly to: EntityNameFragment
  readonly confidence: Confidence
  readonly weight: number
  readonly via?: readonly EntityNameFragment[]
  /** Undefined while it is on its way, null where the store could not give it. */
  readonly evidence: readonly EvidencePartsFragment[] | null | undefined
  readonly evidenceCount: number
}

/** What the panel "Why this edge?" holds. */
export function WhyEdge({ edge }: { edge: Edge }) {
  const { from, to, confidence, weight, via = [], evidence, evidenceCount } = edge
  const sources = new Set(evidence?.map(({ source }) => source.id)).size
  return (
    <>
      <p className={classes.edge}>
        <EntityLink entity={from} />
        <span className={classes.arrow} role="img" aria-label="depends on">
          <Icon name="arrow" />
        </span>
        <EntityLink entity={to} />
      </p>
      <p className="t2">
        {count(weight, 'relation')} {weight === 1 ? 'stands' : 'stand'} behind it,{' '}
        {count(evidenceCount, 'fact')}
        {evidence && ` from ${count(sources, 'source')}`} {evidenceCount === 1 ? 'says' : 'say'} so; the
        surest is {confidenceWord(confidence)}.
      </p>
      {via.length > 0 && (
        <p className={classes.via}>
          through{' '}
          {via.map((api) => (
            <EntityLink key={api.ref} entity={api} />
          ))}
        </p>
      )}
      <div className={classes.facts}>
        {evidence === undefined && (
          <RowsWaiting rows={Math.min(evidenceCount, 4)} tall label="Loading the facts" />
        )}
        {evidence === null && (
          <p className="t2">The store could not say where these facts come from. Try again.</p>
        )}
        {evidence && <EvidenceList evidence={evidence} total={evidenceCount} />}
      </div>
    </>
  )
}
