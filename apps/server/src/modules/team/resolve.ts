import { dependencies, type TeamDependency, teamDependencies } from '@alidade/analysis'
import { confidenceRank, type Ref, type RelationHead, relationId } from '@alidade/model'
import type { Context } from '../../context.ts'
import { type EntityNode, entityNode, findOfKind } from '../../graph/entity-node.ts'
import { type PageArguments, pageOf } from '../../schema/page.ts'
import { evidenceOfAll } from '../dependency/resolve.ts'
import type { EvidenceNode } from '../evidence/evidence.ts'
import type { TeamDependencyEdgeModel, TeamDependencyPageModel, TeamDependencyPairModel } from './team.ts'

/** As many as one question gives. */
const mostDependencies = 10_000

export function teamByRef(_: unknown, { ref }: { ref: string }, { view }: Context): EntityNode | null {
  return findOfKind(view, ref, 'Team')
}

/** A dependency on what somebody owns. */
export interface OwnedDependency extends TeamDependency {
  readonly team: Ref
}

export const dependenciesBetween =
  (direction: 'in' | 'out') =>
  ({ view, ref }: EntityNode, page: PageArguments): TeamDependencyPageModel => {
    const all = teamDependencies(view.snapshot, ref, direction)
    const owned = all.filter((it): it is OwnedDependency => it.team !== null)
    const { items, ...rest } = pageOf({ teams: ref, direction }, page, owned)
    return {
      ...rest,
      unowned: all.find(({ team }) => team === null)?.weight ?? 0,
      edges: items.map(({ cursor, item }) => ({ view, cursor, dependency: item })),
    }
  }

export const otherTeam = ({ view, dependency }: TeamDependencyEdgeModel): EntityNode =>
  entityNode(view, dependency.team)

export const pairsOf = ({ view, dependency }: TeamDependencyEdgeModel): TeamDependencyPairModel[] =>
  dependency.pairs.map(({ from, to }) => ({ from: entityNode(view, from), to: entityNode(view, to) }))

/** The relations by which the things of the one team depend on those of the other, the surest first. */
export function relationsBehind({ view, dependency }: TeamDependencyEdgeModel): readonly RelationHead[] {
  const wanted = Map.groupBy(dependency.pairs, ({ from }) => from)
  const behind = [...wanted].flatMap(([from, pairs]) => {
    const others = new Set(pairs.map(({ to }) => to))
    const { items } = dependencies(view.snapshot, from, 'out', { first: mostDependencies })
    return items.flatMap(({ ref, relations }) => (others.has(ref) ? relations : []))
  })
  // Two ways may share a relation: who consumes an API that two provide.
  const each = [...new Map(behind.map((relation) => [relationId(relation), relation])).values()]
  return each.sort((a, b) => confidenceRank(a.confidence) - confidenceRank(b.confidence))
}

export function evidenceOfPairs(
  edge: TeamDependencyEdgeModel,
  _: object,
  context: Context,
): Promise<EvidenceNode[]> {
  return evidenceOfAll(edge.view, relationsBehind(edge), context)
}
