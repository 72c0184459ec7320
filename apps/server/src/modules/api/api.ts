import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'
import { pageArguments } from '../../schema/page-arguments.ts'
import { costOfPage } from '../../schema/page-fields.ts'
import { DependencyConnection } from '../dependency/dependency.ts'
import { dependenciesOf } from '../dependency/resolve.ts'
import { asEntity } from '../entity/entity-interface.ts'
import { RelationConnection } from '../relation/relation.ts'
import { relatedBy } from '../relation/resolve.ts'
import { apiByRef } from './resolve.ts'

export const Api = builder.objectRef<EntityNode>('Api').implement({
  description:
    'A contract by which services talk to each other; its `type` says openapi, asyncapi, grpc, graphql.',
  interfaces: asEntity,
  fields: (t) => {
    const page = { args: pageArguments(t.arg), complexity: costOfPage }
    const related = { type: RelationConnection, ...page }
    return {
      providers: t.field({
        description: 'Services that provide it.',
        ...related,
        resolve: relatedBy('PROVIDES', 'in'),
      }),
      consumers: t.field({
        description: 'Services that consume it.',
        ...related,
        resolve: relatedBy('CONSUMES', 'in'),
      }),
      operations: t.field({
        description: 'What can be asked of it.',
        ...related,
        resolve: relatedBy('HAS_OPERATION', 'out'),
      }),
      dependents: t.field({
        type: DependencyConnection,
        ...page,
        description: 'What would notice if it changed.',
        resolve: dependenciesOf('in'),
      }),
    }
  },
})

builder.queryField('api', (t) =>
  t.field({
    type: Api,
    description: 'The API that this ref or alias means; the kind may be left out.',
    args: { ref: t.arg({ type: 'Ref', required: true, description: 'A ref or an alias.' }) },
    resolve: apiByRef,
  }),
)
