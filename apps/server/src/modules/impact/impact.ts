import type { Reach } from '@alidade/analysis'
import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'
import { Confidence, RelationType } from '../../schema/enums.ts'
import { costOfFinding, countedBefore } from '../../schema/page-fields.ts'
import { Entity } from '../entity/entity-interface.ts'
import { impactOf } from './resolve.ts'

interface AffectedEntityModel {
  readonly entity: EntityNode
  readonly distance: number
  readonly path: readonly EntityNode[]
}

interface AffectedTeamModel {
  readonly team: EntityNode | null
  readonly count: number
  readonly nearest: number
  readonly entities: readonly EntityNode[]
}

export interface ImpactModel {
  readonly affected: readonly AffectedEntityModel[]
  readonly totalCount: number
  readonly teams: readonly AffectedTeamModel[]
  readonly followed: Reach['followed']
}

export interface ImpactOfInput {
  readonly refs?: readonly string[] | null | undefined
}

const ImpactOf = builder.inputRef<ImpactOfInput>('ImpactOf').implement({
  description: 'What would change.',
  isOneOf: true,
  fields: (t) => ({ refs: t.field({ type: ['Ref'], description: 'These, at most 50.' }) }),
})

const AffectedEntity = builder.objectRef<AffectedEntityModel>('AffectedEntity').implement({
  description: 'What would notice a change.',
  fields: (t) => ({
    entity: t.expose('entity', { description: 'What would notice.', type: Entity, nullable: false }),
    distance: t.exposeInt('distance', { nullable: false, description: 'How many steps away.' }),
    path: t.expose('path', {
      type: [Entity],
      nullable: false,
      description: 'A shortest way, from it to what would change.',
    }),
  }),
})

const AffectedTeam = builder.objectRef<AffectedTeamModel>('AffectedTeam').implement({
  description: 'Who owns some of what would notice.',
  fields: (t) => ({
    team: t.expose('team', { type: Entity, description: 'Null for what nobody owns.' }),
    count: t.exposeInt('count', { nullable: false, description: 'How many of theirs are affected.' }),
    nearest: t.exposeInt('nearest', { nullable: false, description: 'The distance of the nearest.' }),
    entities: t.expose('entities', {
      type: [Entity],
      nullable: false,
      complexity: { field: 1, multiplier: 20 },
      description: 'The nearest first; at most `first` of `count`.',
    }),
  }),
})

const Followed = builder.objectRef<ImpactModel['followed']>('Followed').implement({
  description: 'What an impact was found along.',
  fields: (t) => ({
    relationTypes: t.expose('relationTypes', {
      description: 'Relations of these types; the way through an API takes two.',
      type: [RelationType],
      nullable: false,
    }),
    confidences: t.expose('confidences', {
      description: 'Relations that are this sure.',
      type: [Confidence],
      nullable: false,
    }),
  }),
})

const Impact = builder.objectRef<ImpactModel>('Impact').implement({
  description: 'Who would notice a change.',
  fields: (t) => ({
    affected: t.expose('affected', {
      type: [AffectedEntity],
      nullable: false,
      complexity: countedBefore,
      description: 'What reaches what would change, nearest first, then by ref; at most `first`.',
    }),
    totalCount: t.exposeInt('totalCount', {
      nullable: false,
      description: 'Of all, however few are asked for.',
    }),
    teams: t.expose('teams', {
      type: [AffectedTeam],
      nullable: false,
      complexity: countedBefore,
      description:
        'All affected, by owner: the nearest first, then the most; those nobody owns last, with team null.',
    }),
    followed: t.expose('followed', {
      description: 'What it was found along.',
      type: Followed,
      nullable: false,
    }),
  }),
})

builder.queryField('impact', (t) =>
  t.field({
    type: Impact,
    description: 'Who would notice if these changed.',
    args: {
      of: t.arg({ type: ImpactOf, required: true, description: 'What would change.' }),
      depth: t.arg.int({ description: 'How many steps at most; all the way when left out.' }),
      first: t.arg.int({ defaultValue: 200, description: 'At most 1,000.' }),
    },
    complexity: costOfFinding('walk'),
    resolve: impactOf,
  }),
)
