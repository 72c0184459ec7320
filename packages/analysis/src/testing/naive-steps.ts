import type { Ref, Relation } from '@alidade/model'
import type { Graph } from './facts.ts'
import { baseOf, isApi, isOperation, naiveDependencies, naiveOwn, refsIn } from './naive-graph.ts'

/** All steps that a walk can take, as pairs: dependencies, an Api's own, and an operation's own at either end of a walk. */
export interface NaiveSteps {
  /** What depends on it. */
  in(at: Ref): readonly Ref[]
  out(at: Ref): readonly Ref[]
}

export function naiveSteps(graph: Graph): NaiveSteps {
  const pairs = naiveDependencies(graph)
  const own = refsIn(graph)
    .filter(isApi)
    .flatMap((api) => naiveOwn(graph, api).map((it) => ({ ...it, api })))
  const users = (at: Ref, type: Relation['type']): Ref[] =>
    isOperation(at) ? ofOperation(graph, at, type).filter((it) => it !== at) : []
  const unique = (refs: readonly Ref[]): Ref[] => [...new Set(refs)].sort()
  return {
    in: (at) =>
      unique([
        ...pairs.filter((it) => it.to === at).map((it) => it.from),
        ...own.filter((it) => it.to === at && it.api === at).map((it) => it.from),
        ...users(at, 'CONSUMES'),
      ]),
    out: (at) =>
      unique([
        ...pairs.filter((it) => it.from === at).map((it) => it.to),
        ...own.filter((it) => it.from === at && it.api === at).map((it) => it.to),
        ...users(at, 'PROVIDES'),
      ]),
  }
}

/** Who consumes (or provides) an operation, or its Api without saying which operation. */
function ofOperation({ relations }: Graph, operation: Ref, type: Relation['type']): Ref[] {
  const counts = (it: Relation): boolean =>
    it.type === type || (type === 'CONSUMES' && it.type === 'DEPENDS_ON' && it.to.startsWith('api:'))
  const says = (who: Ref): boolean =>
    relations.some(
      (it) => it.from === who && counts(it) && isOperation(it.to) && baseOf(it.to) === baseOf(operation),
    )
  return relations
    .filter((it) => it.type === type)
    .filter((it) => it.to === operation || (it.to === baseOf(operation) && !says(it.from)))
    .map((it) => it.from)
}
