import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'
import { pageArguments } from '../../schema/page-arguments.ts'
import { costOfPage } from '../../schema/page-fields.ts'
import { DependencyConnection } from '../dependency/dependency.ts'
import { dependenciesOf } from '../dependency/resolve.ts'
import { asEntity } from '../entity/entity-interface.ts'

export const Resource = builder.objectRef<EntityNode>('Resource').implement({
  description: 'A database, a queue, a bucket, a third party.',
  interfaces: asEntity,
  fields: (t) => {
    const dependencies = { type: DependencyConnection, args: pageArguments(t.arg), complexity: costOfPage }
    return {
      dependents: t.field({
        description: 'What depends on it directly.',
        ...dependencies,
        resolve: dependenciesOf('in'),
      }),
      dependsOn: t.field({
        description: 'On what it depends directly.',
        ...dependencies,
        resolve: dependenciesOf('out'),
      }),
    }
  },
})
