import type { Confidence as ConfidenceWord } from '@alidade/model'
import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'
import { Confidence, GroupByEnum } from '../../schema/enums.ts'
import { costOfFinding, countedBefore } from '../../schema/page-fields.ts'
import { Entity } from '../entity/entity-interface.ts'
import { rolledUp } from './resolve.ts'

interface RollUpGroupModel {
  readonly key: string
  readonly entity: EntityNode | null
  readonly size: number
}

interface RollUpCellModel {
  readonly from: string
  readonly to: string
  readonly count: number
  readonly confidence: ConfidenceWord
}

export interface RollUpModel {
  readonly groups: readonly RollUpGroupModel[]
  readonly totalGroups: number
  readonly cells: readonly RollUpCellModel[]
  readonly totalCells: number
}

const RollUpGroup = builder.objectRef<RollUpGroupModel>('RollUpGroup').implement({
  description: 'A team, system or domain, for all that is in it.',
  fields: (t) => ({
    key: t.exposeID('key', {
      nullable: false,
      description: 'The group’s ref; `none` for what is in no group.',
    }),
    entity: t.expose('entity', { type: Entity, description: 'Null for what is in no group.' }),
    size: t.exposeInt('size', { nullable: false, description: 'How many entities are in it.' }),
  }),
})

const RollUpCell = builder.objectRef<RollUpCellModel>('RollUpCell').implement({
  description: 'One group depends on another, or on itself.',
  fields: (t) => ({
    from: t.exposeID('from', { nullable: false, description: 'The `key` of the group that depends.' }),
    to: t.exposeID('to', { nullable: false, description: 'The `key` of the group it depends on.' }),
    count: t.exposeInt('count', {
      nullable: false,
      description: 'How many dependencies of one thing on another it stands for.',
    }),
    confidence: t.expose('confidence', {
      type: Confidence,
      nullable: false,
      description: 'The strongest of them.',
    }),
  }),
})

const RollUp = builder.objectRef<RollUpModel>('RollUp').implement({
  description: 'Who depends on whom, as a whole.',
  fields: (t) => ({
    groups: t.expose('groups', {
      type: [RollUpGroup],
      nullable: false,
      complexity: countedBefore,
      description: 'By ref; what is in no group last. At most `first`.',
    }),
    totalGroups: t.exposeInt('totalGroups', {
      nullable: false,
      description: 'How many groups hold anything that depends or is depended on.',
    }),
    cells: t.expose('cells', {
      type: [RollUpCell],
      nullable: false,
      complexity: { field: 0, multiplier: 10 },
      description: 'All between the groups that are shown.',
    }),
    totalCells: t.exposeInt('totalCells', {
      nullable: false,
      description: 'How many there are between all groups.',
    }),
  }),
})

builder.queryField('rollUp', (t) =>
  t.field({
    type: RollUp,
    description:
      'Who depends on whom, by owner, system or domain; what two own counts for the first of them by ref.',
    args: {
      groupBy: t.arg({ type: GroupByEnum, required: true, description: 'What stands for its members.' }),
      first: t.arg.int({ defaultValue: 200, description: 'How many groups; at most 1,000.' }),
    },
    complexity: costOfFinding('walk'),
    resolve: rolledUp,
  }),
)
