import type { Source } from '@alidade/model'
import type { GraphView } from '../../graph/graph-view.ts'
import { type Eventual, whenKnown } from '../../graph/when-known.ts'
import { isSample } from '../../import/sample.ts'
import type { SourceNode } from '../source/source.ts'

const ofSources =
  <Answer>(answer: (sources: readonly Source[], view: GraphView) => Answer) =>
  (view: GraphView): Eventual<Answer> =>
    whenKnown(view.sources(), (sources) => answer([...sources.values()], view))

export const countSources = ofSources((sources) => sources.length)

export const isSampleOnly = ofSources((sources) => sources.length > 0 && sources.every(isSample))

export const oldestSource = ofSources((sources, view): SourceNode | undefined => {
  const oldest = sources.toSorted((a, b) =>
    a.lastRead < b.lastRead ? -1 : a.lastRead > b.lastRead ? 1 : 0,
  )[0]
  return oldest && { view, id: oldest.id }
})
