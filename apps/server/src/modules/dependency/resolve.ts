import { dependencies } from '@alidade/analysis'
import { confidenceRank, parseRef, type Ref, type Relation, type RelationKey } from '@alidade/model'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { type EntityNode, entityNode } from '../../graph/entity-node.ts'
import type { GraphView } from '../../graph/graph-view.ts'
import { cursorsOf } from '../../schema/cursor.ts'
import { checkFirst, type PageArguments, page } from '../../schema/page.ts'
import type { EvidenceNode } from '../evidence/evidence.ts'
import { evidenceNodes } from '../evidence/resolve.ts'
import type { DependencyEdgeModel, DependencyPageModel } from './dependency.ts'

const mostShown = 100
const place = z.string().transform((text): Ref => parseRef(text))

export const dependenciesOf =
  (direction: 'in' | 'out') =>
  ({ view, ref }: EntityNode, { first, after }: PageArguments): DependencyPageModel => {
    const cursors = cursorsOf({ dependencies: ref, direction })
    const from = after == null ? undefined : cursors.read(after, place)
    const most = checkFirst(first)
    // One more tells whether there is more.
    const { total, items } = dependencies(view.snapshot, ref, direction, {
      first: most + 1,
      ...(from && { after: from }),
    })
    const { items: shown, ...rest } = page(
      items.slice(0, most).map((item) => ({ cursor: () => cursors.write(item.ref), item })),
      { total, hasPrevious: from !== undefined && total > 0, hasNext: items.length > most },
    )
    return { ...rest, edges: shown.map(({ cursor, item }) => ({ view, cursor, dependency: item })) }
  }

export const otherOf = ({ view, dependency }: DependencyEdgeModel): EntityNode =>
  entityNode(view, dependency.ref)

export const viaOf = ({ view, dependency }: DependencyEdgeModel): EntityNode[] =>
  dependency.via.map((ref) => entityNode(view, ref))

export function evidenceOfDependency(
  { view, dependency }: DependencyEdgeModel,
  _: object,
  context: Context,
): Promise<EvidenceNode[]> {
  return evidenceOfAll(view, dependency.relations, context)
}

/** How many places say so, of some relations. */
export function countPlaces(relations: readonly { readonly places: number }[]): number {
  return relations.reduce((sum, { places }) => sum + places, 0)
}

/**
 * The evidence of some relations, the strongest first, among equals in the relations' order; at most 100.
 * @param relations the surest first
 */
export async function evidenceOfAll(
  view: GraphView,
  relations: readonly RelationKey[],
  { loaders }: Context,
): Promise<EvidenceNode[]> {
  // Every relation has evidence, so a hundred of them have all that is shown.
  const asked = relations.slice(0, mostShown)
  const found = await Promise.all(asked.map((key) => loaders.relation(view, key)))
  const all = found.flatMap((relation: Relation | undefined) => relation?.evidence ?? [])
  const strongestFirst = all.sort((a, b) => confidenceRank(a.confidence) - confidenceRank(b.confidence))
  return evidenceNodes(view, strongestFirst.slice(0, mostShown))
}
