import { EvidenceList } from '../evidence/evidence-list.tsx'
import { Nothing } from '../states/nothing.tsx'
import { count } from '../text/count.ts'
import { EntityLink } from './entity-link.tsx'
import type { ShownEntity } from './shown-entity.ts'

/** Something names it and nothing describes it: what it may be, and every place that names it. */
export function Unresolved({ entity }: { entity: ShownEntity }) {
  const { mentions } = entity
  const candidates = entity.candidates ?? []
  return (
    <>
      <Nothing title="Nothing describes it yet">
        <p>
          Files name it, and no file that was imported says what it is. It resolves by itself when an import
          brings its description.
        </p>
      </Nothing>
      {candidates.length > 0 && (
        <section className="section">
          <header className="section-head">
            <h2>May be</h2>
            <span className="count">{candidates.length}</span>
          </header>
          <ul className="lines">
            {candidates.map(({ entity: candidate, reason }) => (
              <li key={candidate.ref}>
                <EntityLink entity={candidate} /> <span className="small t3">{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mentions && (
        <section className="section">
          <header className="section-head">
            <h2>Named in</h2>
            <span className="count">{count(mentions.totalCount, 'place')}</span>
          </header>
          <EvidenceList evidence={mentions.nodes} total={mentions.totalCount} />
        </section>
      )}
    </>
  )
}
