import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'
import { EntityKind } from '../../schema/enums.ts'
import { costOfFinding, countedBefore } from '../../schema/page-fields.ts'
import { Entity } from '../entity/entity-interface.ts'
import { searchNames } from './resolve.ts'

interface SearchHitModel {
  readonly node: EntityNode
  readonly matched: string
  readonly score: number
}

export interface SearchResultModel {
  readonly totalCount: number
  readonly hits: readonly SearchHitModel[]
}

const SearchHit = builder.objectRef<SearchHitModel>('SearchHit').implement({
  description: 'An entity that a search found.',
  fields: (t) => ({
    node: t.expose('node', { description: 'What was found.', type: Entity, nullable: false }),
    matched: t.exposeString('matched', { nullable: false, description: 'Which of its names fits.' }),
    score: t.exposeFloat('score', {
      nullable: false,
      description: 'How well it fits: 1 for the very same name.',
    }),
  }),
})

const SearchResult = builder.objectRef<SearchResultModel>('SearchResult').implement({
  description: 'What a search found.',
  fields: (t) => ({
    totalCount: t.exposeInt('totalCount', {
      nullable: false,
      description: 'Of all, however few are asked for.',
    }),
    hits: t.expose('hits', {
      description: 'The best first.',
      type: [SearchHit],
      nullable: false,
      complexity: countedBefore,
    }),
  }),
})

builder.queryField('search', (t) =>
  t.field({
    type: SearchResult,
    description: 'Typo tolerant, on names, titles and aliases; best first.',
    args: {
      text: t.arg.string({ required: true, description: 'At most 200 characters.' }),
      kinds: t.arg({ type: [EntityKind], description: 'All when left out.' }),
      first: t.arg.int({ defaultValue: 20, description: 'At most 100.' }),
    },
    complexity: costOfFinding('search'),
    resolve: searchNames,
  }),
)
