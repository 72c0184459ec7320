import { reach } from '@alidade/analysis'
import type { Context } from '../../context.ts'
import { entityAt, entityNode, findAll } from '../../graph/entity-node.ts'
import { checkFirst } from '../../schema/page.ts'
import { checkDepth } from '../neighbourhood/resolve.ts'
import type { ImpactModel, ImpactOfInput } from './impact.ts'

interface ImpactArguments {
  readonly of: ImpactOfInput
  readonly depth?: number | null | undefined
  readonly first?: number | null | undefined
}

const mostRefs = 50
const deepest = 1_000

export function impactOf(_: unknown, { of, depth, first }: ImpactArguments, { view }: Context): ImpactModel {
  const roots = findAll(view, of.refs ?? [], mostRefs)
  const { total, affected, owners, followed } = reach(view.snapshot, roots, {
    direction: 'in',
    first: checkFirst(first),
    ...(depth != null && { depth: checkDepth(depth, deepest) }),
  })
  return {
    affected: affected.map(({ ref, distance, path }) => ({
      entity: entityNode(view, ref),
      distance,
      path: path.map((step) => entityNode(view, step)),
    })),
    totalCount: total,
    teams: owners.map(({ owner, count, nearest, refs }) => ({
      team: entityAt(view, owner),
      count,
      nearest,
      entities: refs.map((ref) => entityNode(view, ref)),
    })),
    followed,
  }
}
