import type { FacetValue as FacetCount, FacetName } from '@alidade/analysis'
import type { GraphView } from '../../graph/graph-view.ts'
import { builder } from '../../schema/builder.ts'
import { FacetNameEnum } from '../../schema/enums.ts'
import { countedBefore } from '../../schema/page-fields.ts'
import { Entity } from '../entity/entity-interface.ts'
import { entityOfFacet, labelOf, shownValue } from './resolve-facets.ts'

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

export const Facet = builder.objectRef<FacetModel>('Facet').implement({
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
