import type { Kind } from '@alidade/model'
import { builder } from '../../schema/builder.ts'
import { EntityKind } from '../../schema/enums.ts'
import { costOfFinding } from '../../schema/page-fields.ts'
import { Api } from '../api/api.ts'
import { Entity } from '../entity/entity-interface.ts'
import { Resource } from '../resource/resource.ts'
import { Service } from '../service/service.ts'
import { Team } from '../team/team.ts'
import { connectionOf } from './entity-page.ts'
import { listEntities } from './resolve.ts'
import { EntityOrder, EntityWhere } from './where.ts'

function listField(
  name: string,
  description: string,
  connection: ReturnType<typeof connectionOf>,
  kind?: Kind,
) {
  builder.queryField(name, (t) =>
    t.field({
      type: connection,
      description,
      args: {
        ...(kind ? {} : { kinds: t.arg({ type: [EntityKind], description: 'All when left out.' }) }),
        where: t.arg({ type: EntityWhere, description: 'All when left out.' }),
        text: t.arg.string({ description: 'Names, titles and aliases that are like it.' }),
        orderBy: t.arg({
          type: EntityOrder,
          description: 'By name when left out; with `text`, what fits best first.',
        }),
        first: t.arg.int({ defaultValue: 50, description: 'At most 1,000.' }),
        after: t.arg.string({ description: 'The `cursor` that the page is to follow.' }),
        offset: t.arg.int({ description: 'How many to pass over, counted from `after` or from the start.' }),
      },
      complexity: costOfFinding('list'),
      resolve: listEntities(kind),
    }),
  )
}

listField('entities', 'Entities of any kind.', connectionOf(Entity, 'Entity', 'entities'))
listField('teams', 'Teams.', connectionOf(Team, 'Team', 'teams'), 'Team')
listField('services', 'Services.', connectionOf(Service, 'Service', 'services'), 'Service')
listField('apis', 'APIs.', connectionOf(Api, 'Api', 'APIs'), 'Api')
listField('resources', 'Resources.', connectionOf(Resource, 'Resource', 'resources'), 'Resource')
