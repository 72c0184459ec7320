import type { PathStep as StepModel } from '@alidade/analysis'
import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'
import { Confidence, RelationType } from '../../schema/enums.ts'
import { costs } from '../../schema/page-fields.ts'
import { Entity } from '../entity/entity-interface.ts'
import { shortestPaths } from './resolve.ts'

interface PathModel {
  readonly nodes: readonly EntityNode[]
  readonly steps: readonly StepModel[]
}

export interface PathResultModel {
  readonly paths: readonly PathModel[]
  readonly incomplete: boolean
}

const PathStep = builder.objectRef<StepModel>('PathStep').implement({
  description: 'One thing depends on the next.',
  fields: (t) => ({
    from: t.expose('from', { description: 'What depends.', type: 'Ref', nullable: false }),
    to: t.expose('to', { description: 'On what it depends.', type: 'Ref', nullable: false }),
    confidence: t.expose('confidence', {
      description: 'How sure the step is.',
      type: Confidence,
      nullable: false,
    }),
    types: t.expose('types', {
      description: 'Of what types its relations are.',
      type: [RelationType],
      nullable: false,
    }),
  }),
})

const Path = builder.objectRef<PathModel>('Path').implement({
  description: 'A way from one entity to another.',
  fields: (t) => ({
    length: t.int({
      nullable: false,
      description: 'How many steps it has.',
      resolve: ({ steps }) => steps.length,
    }),
    nodes: t.expose('nodes', { type: [Entity], nullable: false, description: 'Both ends included.' }),
    steps: t.expose('steps', {
      description: 'From the first node to the last.',
      type: [PathStep],
      nullable: false,
    }),
  }),
})

const PathResult = builder.objectRef<PathResultModel>('PathResult').implement({
  description: 'The ways from one entity to another.',
  fields: (t) => ({
    paths: t.expose('paths', {
      description: 'By length, then ref; at most ten.',
      type: [Path],
      nullable: false,
    }),
    incomplete: t.exposeBoolean('incomplete', {
      nullable: false,
      description: 'True when the search gave up at its bound before it had looked everywhere.',
    }),
  }),
})

builder.queryField('paths', (t) =>
  t.field({
    type: PathResult,
    description: 'How one thing comes to depend on another: the ten shortest ways, by length, then ref.',
    args: {
      from: t.arg({ type: 'Ref', required: true, description: 'What depends.' }),
      to: t.arg({ type: 'Ref', required: true, description: 'On what it depends.' }),
      maxLength: t.arg.int({ defaultValue: 10, description: '1 to 20.' }),
    },
    complexity: { field: costs.paths, multiplier: 1 },
    resolve: shortestPaths,
  }),
)
