import type { ChangedRelation } from './apply-relations.ts'
import { baseOf, isConsuming, type Provided, type Related } from './derive-dependencies.ts'
import { forEachEdge } from './edge-rows.ts'
import { dependsOn, provides } from './relation-mark.ts'

/** The Apis of which some changed relations may have made other consumers or providers. */
export function staleEnds(graph: Pick<Related, 'columns'>, changed: readonly ChangedRelation[]): Set<number> {
  const stale = new Set<number>()
  for (const { type, to } of changed) {
    if (type === provides || isConsuming(graph, type, to)) stale.add(baseOf(graph, to))
  }
  return stale
}

/**
 * What may depend on other things than before, and what other things may depend on. What was at an Api and no longer is
 * is the `from` of a changed relation.
 */
export function staleDependencies(
  { consumers, providers }: Pick<Provided, 'consumers' | 'providers'>,
  changed: readonly ChangedRelation[],
  apis: ReadonlySet<number>,
): { readonly callees: ReadonlySet<number>; readonly callers: ReadonlySet<number> } {
  const callees = new Set<number>(apis)
  const callers = new Set<number>(apis)
  for (const { type, from, to } of changed) {
    if (type === dependsOn) callers.add(to)
    callees.add(from)
    callers.add(from)
  }
  for (const api of apis) {
    forEachEdge(consumers, api, (consumer) => callees.add(consumer))
    forEachEdge(providers, api, (provider) => callers.add(provider))
  }
  return { callees, callers }
}
