import { relationsAt } from '@alidade/analysis'
import type { Kind, Ref, Relation, RelationHead, RelationType } from '@alidade/model'
import type { Context } from '../../context.ts'
import { type EntityNode, entityNode } from '../../graph/entity-node.ts'
import type { GraphView } from '../../graph/graph-view.ts'
import { keyValues } from '../../schema/key-value.ts'
import { type Page, type PageArguments, pageByOffset, pageOf } from '../../schema/page.ts'
import { evidenceNodes } from '../evidence/resolve.ts'
import type { RelationEdgeModel, RelationPageModel } from './relation.ts'

interface RelationArguments extends PageArguments {
  readonly direction?: 'in' | 'out' | 'both' | null | undefined
  readonly types?: readonly RelationType[] | null | undefined
}

export function relationsOf(
  node: EntityNode,
  { direction, types, ...page }: RelationArguments,
): RelationPageModel {
  const query = { direction: direction ?? 'both', ...(types && { types }) }
  const items = pageByOffset({ relations: node.ref, ...query }, page, (offset, first) => {
    const { total, relations } = relationsAt(node.view.snapshot, node.ref, { ...query, offset, first })
    return { total, items: relations }
  })
  return relationPage(node, items)
}

/** What stands to an entity in relations of one type, of one kind if that is given. */
export const relatedBy =
  (type: RelationType, direction: 'in' | 'out', kind?: Kind) =>
  (node: EntityNode, page: PageArguments): RelationPageModel => {
    if (!kind) return relationsOf(node, { direction, types: [type], ...page })
    const { snapshot } = node.view
    const all = relationsAt(snapshot, node.ref, { direction, types: [type], first: snapshot.relationCount })
    const wanted = all.relations.filter(
      (relation) => entityNode(node.view, otherEnd(node.ref, relation)).kind === kind,
    )
    return relationPage(node, pageOf({ related: node.ref, type, direction, kind }, page, wanted))
  }

function relationPage({ view, ref }: EntityNode, { items, ...rest }: Page<RelationHead>): RelationPageModel {
  return {
    ...rest,
    edges: items.map(({ cursor, item }) => ({
      view,
      cursor,
      relation: item,
      direction: item.from === ref ? 'out' : 'in',
      other: otherEnd(ref, item),
    })),
  }
}

function otherEnd(ref: Ref, { from, to }: RelationHead): Ref {
  return from === ref ? to : from
}

export const nodeOf = ({ view, other }: RelationEdgeModel): EntityNode => entityNode(view, other)

/** What the store says of a relation: null when it has gone since the view. */
const fromBody =
  <Part>(part: (relation: Relation, view: GraphView) => Part) =>
  async ({ view, relation }: RelationEdgeModel, _: object, { loaders }: Context): Promise<Part | null> => {
    const body = await loaders.relation(view, relation)
    return body ? part(body, view) : null
  }

export const evidenceOfRelation = fromBody(({ evidence }, view) => evidenceNodes(view, evidence))

export const moreEvidenceOf = fromBody(({ moreEvidence }) => moreEvidence)

export const propertiesOfRelation = fromBody(({ properties }) => keyValues(properties))
