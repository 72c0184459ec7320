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
      dependsOn: t.field({ type: DependencyConnection, ...page, resolve: dependenciesOf('out') }),
      dependents: t.field({ type: DependencyConnection, ...page, resolve: dependenciesOf('in') }),
    }
  },
})

builder.queryField('service', (t) =>
  t.field({ type: Service, args: { ref: t.arg({ type: 'Ref', required: true }) }, resolve: serviceByRef }),
)
