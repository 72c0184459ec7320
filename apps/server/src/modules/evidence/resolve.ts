import type { Evidence } from '@alidade/model'
import type { GraphView } from '../../graph/graph-view.ts'
import { type Eventual, whenKnown } from '../../graph/when-known.ts'
import { lineAddress } from '../source/line-address.ts'
import type { SourceNode } from '../source/source.ts'
import type { EvidenceNode } from './evidence.ts'

export function evidenceNodes(view: GraphView, all: readonly Evidence[]): EvidenceNode[] {
  return all.map((evidence) => ({ view, evidence }))
}

export function sourceOfEvidence({ view, evidence }: EvidenceNode): SourceNode {
  return { view, id: evidence.source }
}

/** Computed on reading, from what the source keeps once. */
export function addressOf({ view, evidence }: EvidenceNode): Eventual<string | undefined> {
  return whenKnown(view.sources(), (sources) => {
    const source = sources.get(evidence.source)
    return source && lineAddress(source, evidence.file, evidence.line)
  })
}

export function isStale({ view, evidence }: EvidenceNode): Eventual<boolean> {
  return whenKnown(view.readings(), (readings) => readings.isStale(evidence.source, evidence.file))
}
