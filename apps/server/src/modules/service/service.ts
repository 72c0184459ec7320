import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'
import { pageArguments } from '../../schema/page-arguments.ts'
import { costOfPage } from '../../schema/page-fields.ts'
import { DependencyConnection } from '../dependency/dependency.ts'
import { dependenciesOf } from '../dependency/resolve.ts'
import { asEntity, Entity } from '../entity/entity-interface.ts'
import { RelationConnection } from '../relation/relation.ts'
import { relatedBy } from '../relation/resolve.ts'
import { firstOwner, serviceByRef } from './resolve.ts'

export const Service = builder.objectRef<EntityNode>('Service').implement({
  description: 'Anything that is deployed or built; its `type` says service, website, job or library.',
  interfaces: asEntity,
  fields: (t) => {
    const page = { args: pageArguments(t.arg), complexity: costOfPage }
    return {
      owner: t.field({ type: Entity, description: 'The first of its owners, by ref.', resolve: firstOwner }),
      provides: t.field({
        type: RelationConnection,
        ...page,
        description: 'APIs and operations.',
        resolve: relatedBy('PROVIDES', 'out'),
      }),
      consumes: t.field({
        type: RelationConnection,
        ...page,
        description: 'APIs and operations.',
        resolve: relatedBy('CONSUMES', 'out'),
      }),
      dependsOn: t.field({
        description: 'On what it depends directly, or through an API that it consumes.',
        type: DependencyConnection,
        ...page,
        resolve: dependenciesOf('out'),
      }),
      dependents: t.field({
        description: 'What depends on it directly, or through an API that it provides.',
        type: DependencyConnection,
        ...page,
        resolve: dependenciesOf('in'),
      }),
    }
  },
})

builder.queryField('service', (t) =>
  t.field({
    type: Service,
    description: 'The service that this ref or alias means; the kind may be left out.',
    args: { ref: t.arg({ type: 'Ref', required: true, description: 'A ref or an alias.' }) },
    resolve: serviceByRef,
  }),
)
