import type { Json, RelationType as TypeWord } from '@alidade/model'
import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'
import { RelationType } from '../../schema/enums.ts'
import { costOfFinding, costOfPage, countedBefore } from '../../schema/page-fields.ts'
import { Entity } from '../entity/entity-interface.ts'
import { latestChanges } from './latest.ts'
import { changesSince, historyOf } from './resolve.ts'

export interface LoggedChangeModel {
  readonly revision: number
  readonly at: string
  readonly actor: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly text: string
  readonly entity?: EntityNode | null
  readonly ref?: string
  readonly from?: string
  readonly type?: TypeWord
  readonly to?: string
  readonly before?: Json
  readonly after?: Json
}

export interface ChangePageModel {
  /** Counted when somebody asks. */
  readonly totalCount: () => Promise<number | null> | number
  readonly nodes: readonly LoggedChangeModel[]
  readonly until: number
  readonly hasMore: boolean
  /** Written when somebody asks; none where there is no change. */
  readonly endCursor?: () => string
}

const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What became of a fact.',
  values: {
    ADDED: { value: 'added', description: 'It was not there before.' },
    REMOVED: { value: 'removed', description: 'It is not there any more.' },
    CHANGED: { value: 'changed', description: 'It says something else.' },
  } as const,
})

const LoggedChange = builder.objectRef<LoggedChangeModel>('LoggedChange').implement({
  description: 'A fact that became another: of an entity (`ref`), or of a relation (`from`, `type`, `to`).',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'The revision that it led to.', nullable: false }),
    at: t.expose('at', { description: 'When it was committed.', type: 'DateTime', nullable: false }),
    actor: t.exposeString('actor', {
      nullable: false,
      description: 'Who: the name of a token; `stated:` and a name where nothing vouches for it.',
    }),
    kind: t.expose('kind', { description: 'What became of it.', type: ChangeKind, nullable: false }),
    text: t.exposeString('text', {
      nullable: false,
      description: 'What it says in one line: `cart depends on redis`.',
    }),
    entity: t.expose('entity', { type: Entity, description: 'As it is now; null when it has gone.' }),
    ref: t.expose('ref', { description: 'The entity; null for a relation.', type: 'Ref' }),
    from: t.expose('from', { description: 'The relation’s beginning; null for an entity.', type: 'Ref' }),
    type: t.expose('type', { description: 'The relation’s type; null for an entity.', type: RelationType }),
    to: t.expose('to', { description: 'The relation’s end; null for an entity.', type: 'Ref' }),
    before: t.expose('before', {
      description: 'What was said before; null for what was added.',
      type: 'JSON',
    }),
    after: t.expose('after', { description: 'What is said since; null for what was removed.', type: 'JSON' }),
  }),
})

const ChangeConnection = builder.objectRef<ChangePageModel>('ChangeConnection').implement({
  description: 'A part of the log.',
  fields: (t) => ({
    totalCount: t.int({
      description: 'How many there are in all, however few are asked for; null for more than 100,000.',
      resolve: ({ totalCount }) => totalCount(),
    }),
    nodes: t.expose('nodes', {
      description: 'The changes, each in one line and in full.',
      type: [LoggedChange],
      nullable: false,
      complexity: countedBefore,
    }),
    until: t.exposeInt('until', {
      nullable: false,
      description:
        'The last revision of which all changes are given: once there are no more, ask later with `since` this.',
    }),
    endCursor: t.string({
      description: 'For `after`, while there are more; null where there is none to go on from.',
      resolve: ({ endCursor }) => endCursor?.() ?? null,
    }),
    hasMore: t.exposeBoolean('hasMore', { description: 'Whether there are more of them.', nullable: false }),
  }),
})

builder.interfaceField(Entity, 'changes', (t) =>
  t.field({
    type: ChangeConnection,
    description: 'Its own history, newest first, as far as the log goes back (180 days).',
    args: { first: t.arg.int({ defaultValue: 20, description: 'At most 1,000.' }) },
    complexity: costOfPage,
    resolve: historyOf,
  }),
)

builder.queryField('changes', (t) =>
  t.field({
    type: ChangeConnection,
    description: 'What changed since a revision, oldest first.',
    args: {
      since: t.arg.int({ required: true, description: 'A revision; 0 for all that the log has.' }),
      first: t.arg.int({ defaultValue: 100, description: '1 to 1,000.' }),
      after: t.arg.string({ description: 'An `endCursor` of the same list.' }),
    },
    complexity: costOfFinding('log'),
    resolve: changesSince,
  }),
)

builder.queryField('latestChanges', (t) =>
  t.field({
    type: ChangeConnection,
    description: 'What changed last, newest first, as far as the log goes back (180 days).',
    args: { first: t.arg.int({ defaultValue: 20, description: 'At most 1,000.' }) },
    complexity: costOfFinding('log'),
    resolve: latestChanges,
  }),
)
