import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'
import { pageArguments } from '../../schema/page-arguments.ts'
import { costOfPage } from '../../schema/page-fields.ts'
import { Api } from '../api/api.ts'
import { asEntity } from '../entity/entity-interface.ts'
import { RelationConnection } from '../relation/relation.ts'
import { relatedBy } from '../relation/resolve.ts'
import { apiOfOperation, operationByRef } from './resolve.ts'

const Operation = builder.objectRef<EntityNode>('Operation').implement({
  description: 'One endpoint, field, message or method of an API.',
  interfaces: asEntity,
  fields: (t) => {
    const related = { type: RelationConnection, args: pageArguments(t.arg), complexity: costOfPage }
    return {
      api: t.field({ type: Api, description: 'The API it is of.', resolve: apiOfOperation }),
      providers: t.field({
        ...related,
        description: 'What provides just this operation; see also those of its API.',
        resolve: relatedBy('PROVIDES', 'in'),
      }),
      consumers: t.field({
        ...related,
        description: 'What is known to use just this operation; see also those of its API.',
        resolve: relatedBy('CONSUMES', 'in'),
      }),
    }
  },
})

builder.queryField('operation', (t) =>
  t.field({
    type: Operation,
    description: 'The operation that this ref means: its API’s ref, `#`, and the contract’s own key.',
    args: {
      ref: t.arg({
        type: 'Ref',
        required: true,
        description: 'E.g. `api:default/checkout#GET /users/{id}`.',
      }),
    },
    resolve: operationByRef,
  }),
)
