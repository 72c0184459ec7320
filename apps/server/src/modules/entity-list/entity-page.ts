import type { Where } from '@alidade/analysis'
import type { EntityNode } from '../../graph/entity-node.ts'
import type { GraphView } from '../../graph/graph-view.ts'
import { builder } from '../../schema/builder.ts'
import { FacetNameEnum } from '../../schema/enums.ts'
import type { Cursor, PageInfo } from '../../schema/page.ts'
import { costs, countedBefore, PageInfoRef } from '../../schema/page-fields.ts'
import type { Entity } from '../entity/entity-interface.ts'
import type { Service } from '../service/service.ts'
import { Facet } from './facet.ts'
import { facetsOf } from './resolve-facets.ts'

export interface EntityPageModel {
  readonly view: GraphView
  /** What makes it this list. */
  readonly query: { readonly where: Where; readonly text?: string }
  readonly totalCount: number
  readonly pageInfo: PageInfo
  readonly edges: readonly { readonly cursor: Cursor; readonly node: EntityNode }[]
}

/** The list of one type of entity: `ServiceConnection` of `Service`. */
export function connectionOf(type: typeof Entity | typeof Service, of: string, several: string) {
  const Edge = builder.objectRef<EntityPageModel['edges'][number]>(`${of}Edge`).implement({
    description: `One of a list of ${several}.`,
    fields: (t) => ({
      cursor: t.string({ description: 'For `after`.', nullable: false, resolve: ({ cursor }) => cursor() }),
      node: t.expose('node', { description: 'What is in the list.', type, nullable: false }),
    }),
  })
  return builder.objectRef<EntityPageModel>(`${of}Connection`).implement({
    description: `A list of ${several}.`,
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
        type: [Edge],
        nullable: false,
        complexity: countedBefore,
      }),
      nodes: t.field({
        description: 'What `edges` has, without the cursors.',
        type: [type],
        nullable: false,
        complexity: countedBefore,
        resolve: ({ edges }) => edges.map(({ node }) => node),
      }),
      facets: t.field({
        type: [Facet],
        nullable: false,
        description: 'At most 50 values each, the most frequent first; `totalCount` says how many there are.',
        args: { names: t.arg({ type: [FacetNameEnum], required: true, description: 'Each once.' }) },
        complexity: { field: costs.list, multiplier: 1 },
        resolve: facetsOf,
      }),
    }),
  })
}
