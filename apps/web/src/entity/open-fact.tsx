import { EvidenceList } from '../evidence/evidence-list.tsx'
import { WhyEdge } from '../evidence/why-edge.tsx'
import { WhyPanel } from '../evidence/why-panel.tsx'
import { EntityLink } from './entity-link.tsx'
import { factOf } from './fact-of.ts'
import { relationWords } from './relation-words.ts'
import type { ShownEntity } from './shown-entity.ts'

/** The panel of the fact whose "why?" the address names; nothing where the page has no such fact. */
export function OpenFact(props: { entity: ShownEntity; why: string; onClose: () => void }) {
  const { entity, why, onClose } = props
  const fact = factOf(entity, why)
  if (!fact) return null
  if (fact.is === 'dependency') {
    const { edge, side } = fact
    const [from, to] = side === 'callers' ? [edge.node, entity] : [entity, edge.node]
    return (
      <WhyPanel key={why} title="Why this edge?" onClose={onClose}>
        <WhyEdge edge={{ ...edge, from, to }} />
      </WhyPanel>
    )
  }
  const { edge } = fact
  return (
    <WhyPanel key={why} title="Where does this come from?" onClose={onClose}>
      <p>
        <EntityLink entity={edge.node} /> <span className="t3 small">{relationWords(edge)}</span>
      </p>
      {edge.evidence ? (
        <EvidenceList evidence={edge.evidence} total={edge.evidence.length + (edge.moreEvidence ?? 0)} />
      ) : (
        <p className="t2">The store could not say where this fact comes from. Try again.</p>
      )}
    </WhyPanel>
  )
}
