import type { Ref, RelationHead } from '@alidade/model'
import type { GraphView } from '../../graph/graph-view.ts'
import { builder } from '../../schema/builder.ts'
import { Confidence, Direction, RelationType } from '../../schema/enums.ts'
import { KeyValue } from '../../schema/key-value.ts'
import type { Cursor, Page } from '../../schema/page.ts'
import { pageArguments } from '../../schema/page-arguments.ts'
import { costOfPage, countedBefore, PageInfoRef } from '../../schema/page-fields.ts'
import { Entity } from '../entity/entity-interface.ts'
import { Evidence } from '../evidence/evidence.ts'
import { evidenceOfRelation, moreEvidenceOf, nodeOf, propertiesOfRelation, relationsOf } from './resolve.ts'

export interface RelationEdgeModel {
  readonly view: GraphView
  readonly cursor: Cursor
  readonly relation: RelationHead
  readonly direction: 'in' | 'out'
  readonly other: Ref
}

export interface RelationPageModel extends Omit<Page<RelationHead>, 'items'> {
  readonly edges: readonly RelationEdgeModel[]
}

const RelationEdge = builder.objectRef<RelationEdgeModel>('RelationEdge').implement({
  description: 'A relation, seen from one of its ends.',
  fields: (t) => ({
    cursor: t.string({ description: 'For `after`.', nullable: false, resolve: ({ cursor }) => cursor() }),
    type: t.field({
      description: 'What relates the two.',
      type: RelationType,
      nullable: false,
      resolve: ({ relation }) => relation.type,
    }),
    direction: t.field({
      type: Direction,
      nullable: false,
      description: 'OUT where it points away from the entity that was asked, IN where it points at it.',
      resolve: ({ direction }) => direction,
    }),
    confidence: t.field({
      type: Confidence,
      nullable: false,
      description: 'The strongest of its evidence.',
      resolve: ({ relation }) => relation.confidence,
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'The most trusted first; at most 100.',
      resolve: evidenceOfRelation,
    }),
    evidenceCount: t.int({
      nullable: false,
      description: 'How many places say so in all.',
      resolve: ({ relation }) => relation.places,
    }),
    moreEvidence: t.int({
      description: 'How many more places say so than `evidence` has.',
      resolve: moreEvidenceOf,
    }),
    properties: t.field({
      type: [KeyValue],
      description: 'E.g. `role` of a MEMBER_OF.',
      resolve: propertiesOfRelation,
    }),
    node: t.field({ type: Entity, nullable: false, description: 'The other end.', resolve: nodeOf }),
  }),
})

export const RelationConnection = builder.objectRef<RelationPageModel>('RelationConnection').implement({
  description: 'Stored relations of one entity, by type, then the other end’s ref.',
  fields: (t) => ({
    totalCount: t.exposeInt('totalCount', {
      nullable: false,
      description: 'Of all, however few are asked for.',
    }),
    pageInfo: t.expose('pageInfo', {
      description: 'Where the page lies.',
      type: PageInfoRef,
      nullable: false,
    }),
    edges: t.expose('edges', {
      description: 'The page.',
      type: [RelationEdge],
      nullable: false,
      complexity: countedBefore,
    }),
    nodes: t.field({
      description: 'The other ends of `edges`.',
      type: [Entity],
      nullable: false,
      complexity: countedBefore,
      resolve: ({ edges }) => edges.map(nodeOf),
    }),
  }),
})

builder.interfaceField(Entity, 'relations', (t) =>
  t.field({
    type: RelationConnection,
    description: 'Stored relations at it.',
    args: {
      direction: t.arg({ type: Direction, defaultValue: 'both', description: 'Which side of it.' }),
      types: t.arg({ type: [RelationType], description: 'All when left out.' }),
      ...pageArguments(t.arg),
    },
    complexity: costOfPage,
    resolve: relationsOf,
  }),
)
