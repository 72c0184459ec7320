import type { FacetValue as FacetCount, FacetName, Where } from '@alidade/analysis'
import type { Kind } from '@alidade/model'
import type { EntityNode } from '../../graph/entity-node.ts'
import type { GraphView } from '../../graph/graph-view.ts'
import { builder } from '../../schema/builder.ts'
import { EntityKind, FacetNameEnum } from '../../schema/enums.ts'
import type { PageInfo } from '../../schema/page.ts'
import { costOfPage, countedBefore, PageInfoRef } from '../../schema/page-fields.ts'
import { Entity } from '../entity/entity-interface.ts'
import { listEntities } from './resolve.ts'
import { entityOfFacet, facetsOf, labelOf, shownValue } from './resolve-facets.ts'
import { EntityOrder, EntityWhere } from './where.ts'

export interface EntityPageModel {
  readonly view: GraphView
  /** What makes it this list. */
  readonly query: { readonly where: Where; readonly text?: string }
  readonly totalCount: number
  readonly pageInfo: PageInfo
  readonly edges: readonly { readonly cursor: string; readonly node: EntityNode }[]
}

export interface FacetModel {
  readonly view: GraphView
  readonly name: FacetName
  readonly totalCount: number
  readonly values: readonly FacetCount[]
}

export interface FacetValueModel {
  readonly view: GraphView
  readonly name: FacetName
  readonly value: FacetCount
}

const FacetValue = builder.objectRef<FacetValueModel>('FacetValue').implement({
  description: 'How often one value comes in a list.',
  fields: (t) => ({
    value: t.string({
      description: 'What `where` takes; null for nobody or none.',
      resolve: shownValue,
    }),
    label: t.string({ nullable: false, description: 'What people read.', resolve: labelOf }),
    count: t.int({
      description: 'How many entities of the list have it.',
      nullable: false,
      resolve: ({ value }) => value.count,
    }),
    entity: t.field({ type: Entity, description: 'For owner, system and domain.', resolve: entityOfFacet }),
  }),
})

const Facet = builder.objectRef<FacetModel>('Facet').implement({
  description: 'A list, counted by one of its properties.',
  fields: (t) => ({
    name: t.expose('name', { description: 'What it is counted by.', type: FacetNameEnum, nullable: false }),
    totalCount: t.exposeInt('totalCount', {
      nullable: false,
      description: 'How many values there are, of which `values` has at most 50.',
    }),
    values: t.field({
      type: [FacetValue],
      nullable: false,
      description: 'The most frequent first.',
      // A page multiplies by its rows what stands in it, and facets come once for the page.
      complexity: countedBefore,
      resolve: ({ view, name, values }) => values.map((value) => ({ view, name, value })),
    }),
  }),
})

const EntityEdge = builder.objectRef<EntityPageModel['edges'][number]>('EntityEdge').implement({
  description: 'An entity in a list.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { description: 'For `after`.', nullable: false }),
    node: t.expose('node', { description: 'The entity.', type: Entity, nullable: false }),
  }),
})

const EntityConnection = builder.objectRef<EntityPageModel>('EntityConnection').implement({
  description: 'A list of entities.',
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
      type: [EntityEdge],
      nullable: false,
      complexity: countedBefore,
    }),
    nodes: t.field({
      description: 'The entities of `edges`.',
      type: [Entity],
      nullable: false,
      complexity: countedBefore,
      resolve: ({ edges }) => edges.map(({ node }) => node),
    }),
    facets: t.field({
      type: [Facet],
      nullable: false,
      description: 'At most 50 values each, the most frequent first; `totalCount` says how many there are.',
      args: { names: t.arg({ type: [FacetNameEnum], required: true, description: 'Each once.' }) },
      complexity: countedBefore,
      resolve: facetsOf,
    }),
  }),
})

function listField(name: string, description: string, kind?: Kind) {
  builder.queryField(name, (t) =>
    t.field({
      type: EntityConnection,
      description,
      args: {
        ...(kind ? {} : { kinds: t.arg({ type: [EntityKind], description: 'All when left out.' }) }),
        where: t.arg({ type: EntityWhere, description: 'All when left out.' }),
        text: t.arg.string({ description: 'Names, titles and aliases that are like it.' }),
        orderBy: t.arg({
          type: EntityOrder,
          description: 'By name when left out; with `text`, what fits best first.',
        }),
        first: t.arg.int({ defaultValue: 50, description: 'At most 1,000.' }),
        after: t.arg.string({ description: 'The `cursor` that the page is to follow.' }),
        offset: t.arg.int({ description: 'How many to pass over, counted from `after` or from the start.' }),
      },
      complexity: costOfPage,
      resolve: listEntities(kind),
    }),
  )
}

listField('entities', 'Entities of any kind.')
listField('teams', 'Teams.', 'Team')
listField('services', 'Services.', 'Service')
listField('apis', 'APIs.', 'Api')
listField('resources', 'Resources.', 'Resource')
