import { builder } from '../../schema/builder.ts'
import { Confidence, EntityKind } from '../../schema/enums.ts'
import { KeyValue } from '../../schema/key-value.ts'
import { Entity } from './entity-interface.ts'
import * as resolve from './resolve.ts'
import { Alias, Candidate, EntityStatement, Link, MentionList, Property } from './said.ts'

Entity.implement({
  description: 'Anything that the graph knows about.',
  interfaces: [builder.nodeInterfaceRef()],
  resolveType: ({ kind }) => kind,
  fields: (t) => ({
    id: t.globalID({
      nullable: false,
      description: 'Opaque; it stays when the same is imported again, or copied elsewhere.',
      resolve: ({ kind, ref }) => ({ type: kind, id: ref }),
    }),
    ref: t.expose('ref', { description: 'Names it for good.', type: 'Ref', nullable: false }),
    kind: t.expose('kind', { description: 'What it is.', type: EntityKind, nullable: false }),
    name: t.string({
      nullable: false,
      description: 'As the most trusted source writes it.',
      resolve: ({ summary }) => summary.name,
    }),
    title: t.string({
      nullable: false,
      description: '`title` if something gives one, else the name.',
      resolve: ({ summary }) => summary.title,
    }),
    description: t.string({
      description: 'What it is for, as the most trusted source says.',
      resolve: resolve.descriptionOf,
    }),
    unresolved: t.boolean({
      nullable: false,
      description: 'Something names it, and nothing describes it.',
      resolve: ({ summary }) => summary.unresolved,
    }),
    namespace: t.string({
      description: 'The namespace of its ref.',
      nullable: false,
      resolve: ({ summary }) => summary.namespace,
    }),
    lifecycle: t.string({ description: 'In lower case.', resolve: ({ summary }) => summary.lifecycle }),
    type: t.string({
      description: 'What sort of its kind: `website`, `openapi`, `database`; in lower case.',
      resolve: ({ summary }) => summary.type,
    }),
    tags: t.stringList({
      description: 'Words that its sources give it.',
      nullable: false,
      resolve: ({ summary }) => summary.tags,
    }),
    links: t.field({
      description: 'Addresses that its sources give for it.',
      type: [Link],
      resolve: resolve.linksOf,
    }),
    labels: t.field({
      description: 'By key; the most trusted source first.',
      type: [KeyValue],
      resolve: resolve.labelsOf,
    }),
    annotations: t.field({
      description: 'By key; the most trusted source first.',
      type: [KeyValue],
      resolve: resolve.annotationsOf,
    }),
    properties: t.field({
      type: [Property],
      description: 'Everything that is said of it, merged: the most trusted source first. By key.',
      resolve: resolve.propertiesOf,
    }),
    aliases: t.field({
      type: [Alias],
      description: 'Other refs that answer for it, by ref.',
      resolve: resolve.aliasesOf,
    }),
    candidates: t.field({
      type: [Candidate],
      description: 'What it may be, for a person to say; by ref.',
      resolve: resolve.candidatesOf,
    }),
    statements: t.field({
      type: [EntityStatement],
      description: 'Who describes it, the most trusted first.',
      resolve: resolve.statementsOf,
    }),
    mentions: t.field({
      type: MentionList,
      description: 'The places that name it, where nothing describes it.',
      resolve: resolve.mentionsOf,
    }),
    owners: t.field({
      type: [Entity],
      nullable: false,
      description: 'Teams and persons, by ref.',
      resolve: resolve.ownersOf,
    }),
    differs: t.boolean({
      nullable: false,
      description: 'Whether its sources differ in a property.',
      resolve: ({ summary }) => summary.differs,
    }),
    confidence: t.field({
      type: Confidence,
      description: 'The strongest by which it depends or is depended upon; null where it has none.',
      resolve: ({ summary }) => summary.confidence,
    }),
    callerCount: t.int({
      nullable: false,
      description: 'How many services and resources depend on it directly.',
      resolve: ({ summary }) => summary.callers,
    }),
    calleeCount: t.int({
      nullable: false,
      description: 'On how many services and resources it depends directly.',
      resolve: ({ summary }) => summary.callees,
    }),
  }),
})

builder.queryField('entity', (t) =>
  t.field({
    type: Entity,
    description: 'What this ref or alias means; null where there is nothing.',
    args: { ref: t.arg({ type: 'Ref', required: true, description: 'A ref or an alias.' }) },
    resolve: resolve.entityByRef,
  }),
)
