import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'
import { pageArguments } from '../../schema/page-arguments.ts'
import { costOfPage } from '../../schema/page-fields.ts'
import { asEntity, Entity } from '../entity/entity-interface.ts'
import { groupOf } from '../entity/resolve.ts'
import { RelationConnection } from '../relation/relation.ts'
import { relatedBy } from '../relation/resolve.ts'

const System = builder.objectRef<EntityNode>('System').implement({
  description: 'What works together to one end.',
  interfaces: asEntity,
  fields: (t) => ({
    members: t.field({
      description: 'What is part of it directly.',
      type: RelationConnection,
      args: pageArguments(t.arg),
      complexity: costOfPage,
      resolve: relatedBy('PART_OF', 'in'),
    }),
  }),
})

const Domain = builder.objectRef<EntityNode>('Domain').implement({
  description: 'An area of the business, with its systems.',
  interfaces: asEntity,
  fields: (t) => ({
    members: t.field({
      description: 'What is part of it directly.',
      type: RelationConnection,
      args: pageArguments(t.arg),
      complexity: costOfPage,
      resolve: relatedBy('PART_OF', 'in'),
    }),
  }),
})

builder.interfaceField(Entity, 'system', (t) =>
  t.field({
    type: System,
    description: 'The one it is part of, however far above.',
    resolve: groupOf('system'),
  }),
)
builder.interfaceField(Entity, 'domain', (t) =>
  t.field({
    type: Domain,
    description: 'The one it is part of, however far above.',
    resolve: groupOf('domain'),
  }),
)
