import type { Dependency } from '@alidade/analysis'
import type { GraphView } from '../../graph/graph-view.ts'
import { builder } from '../../schema/builder.ts'
import { Confidence } from '../../schema/enums.ts'
import type { Cursor, Page } from '../../schema/page.ts'
import { countedBefore, PageInfoRef } from '../../schema/page-fields.ts'
import { Entity } from '../entity/entity-interface.ts'
import { Evidence } from '../evidence/evidence.ts'
import { countPlaces, evidenceOfDependency, otherOf, viaOf } from './resolve.ts'

export interface DependencyEdgeModel {
  readonly view: GraphView
  readonly cursor: Cursor
  readonly dependency: Dependency
}

export interface DependencyPageModel extends Omit<Page<Dependency>, 'items'> {
  readonly edges: readonly DependencyEdgeModel[]
}

const DependencyEdge = builder.objectRef<DependencyEdgeModel>('DependencyEdge').implement({
  description:
    'One thing depends on another: directly, or because it consumes an API that the other provides.',
  fields: (t) => ({
    cursor: t.string({ description: 'For `after`.', nullable: false, resolve: ({ cursor }) => cursor() }),
    confidence: t.field({
      type: Confidence,
      nullable: false,
      description: 'The strongest of its relations.',
      resolve: ({ dependency }) => dependency.confidence,
    }),
    weight: t.int({
      nullable: false,
      description: 'How many relations it stands for.',
      resolve: ({ dependency }) => dependency.weight,
    }),
    via: t.field({
      type: [Entity],
      nullable: false,
      description: 'The APIs it goes through.',
      resolve: viaOf,
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'Of all these relations, the strongest first; at most 100.',
      resolve: evidenceOfDependency,
    }),
    evidenceCount: t.int({
      description: 'How many places say so in all.',
      nullable: false,
      resolve: ({ dependency }) => countPlaces(dependency.relations),
    }),
    node: t.field({ description: 'The other end.', type: Entity, nullable: false, resolve: otherOf }),
  }),
})

export const DependencyConnection = builder.objectRef<DependencyPageModel>('DependencyConnection').implement({
  description: 'What an entity depends on directly, or what depends on it, by ref.',
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
      type: [DependencyEdge],
      nullable: false,
      complexity: countedBefore,
    }),
    nodes: t.field({
      description: 'The other ends of `edges`.',
      type: [Entity],
      nullable: false,
      complexity: countedBefore,
      resolve: ({ edges }) => edges.map(otherOf),
    }),
  }),
})
