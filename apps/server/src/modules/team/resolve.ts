import { type TeamDependency, teamDependencies } from '@alidade/analysis'
import type { Ref } from '@alidade/model'
import type { Context } from '../../context.ts'
import { type EntityNode, entityNode, findOfKind } from '../../graph/entity-node.ts'
import { type PageArguments, pageOf } from '../../schema/page.ts'
import type { TeamDependencyEdgeModel, TeamDependencyPageModel } from './team.ts'

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
