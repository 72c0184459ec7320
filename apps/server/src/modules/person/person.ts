import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'
import { pageArguments } from '../../schema/page-arguments.ts'
import { costOfPage } from '../../schema/page-fields.ts'
import { asEntity } from '../entity/entity-interface.ts'
import { RelationConnection } from '../relation/relation.ts'
import { relatedBy } from '../relation/resolve.ts'

builder.objectRef<EntityNode>('Person').implement({
  description: 'Somebody to talk to.',
  interfaces: asEntity,
  fields: (t) => {
    const related = { type: RelationConnection, args: pageArguments(t.arg), complexity: costOfPage }
    return {
      teams: t.field({
        ...related,
        description: 'The edge’s properties say in which `role`.',
        resolve: relatedBy('MEMBER_OF', 'out'),
      }),
      owns: t.field({
        description: 'All that this person owns.',
        ...related,
        resolve: relatedBy('OWNS', 'out'),
      }),
    }
  },
})
