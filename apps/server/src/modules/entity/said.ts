import type { Json } from '@alidade/model'
import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'
import { KeyValue, type KeyValueModel } from '../../schema/key-value.ts'
import { Evidence, type EvidenceNode } from '../evidence/evidence.ts'
import { Source, type SourceNode } from '../source/source.ts'
import { Entity } from './entity-interface.ts'

export interface LinkModel {
  readonly url: string
  readonly title?: string
  readonly icon?: string
  readonly type?: string
}

export interface PropertyModel {
  readonly key: string
  readonly value: Json
  readonly source: string
  readonly differs: boolean
}

export interface ReasonedRef {
  readonly ref: string
  readonly reason: string
}

export interface CandidateModel {
  readonly entity: EntityNode
  readonly reason: string
}

export interface StatementModel {
  readonly source: SourceNode
  readonly properties: readonly PropertyModel[]
  readonly labels: readonly KeyValueModel[]
  readonly annotations: readonly KeyValueModel[]
  readonly evidence: readonly EvidenceNode[]
  readonly moreEvidence: number
}

export interface MentionsModel {
  readonly totalCount: number
  readonly nodes: readonly EvidenceNode[]
}

export const Link = builder.objectRef<LinkModel>('Link').implement({
  description:
    'An address that a source gives for an entity. It is what the source wrote: check it before you open it.',
  fields: (t) => ({
    url: t.exposeString('url', { description: 'As the source writes it.', nullable: false }),
    title: t.exposeString('title', { description: 'What to call it.' }),
    icon: t.exposeString('icon', { description: 'A word for a sign, as the source gives it.' }),
    type: t.exposeString('type', { description: 'What sort of link it is, as the source says.' }),
  }),
})

export const Property = builder.objectRef<PropertyModel>('Property').implement({
  description: 'One thing that is said of an entity.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name: `description`, `email`, …', nullable: false }),
    value: t.expose('value', { type: 'JSON', description: 'Null where the source says just that.' }),
    source: t.exposeString('source', { nullable: false, description: 'The id of the source that says so.' }),
    differs: t.exposeBoolean('differs', {
      nullable: false,
      description: 'Another source says something else: see `statements`.',
    }),
  }),
})

export const Alias = builder.objectRef<ReasonedRef>('Alias').implement({
  description: 'Another ref that answers for an entity.',
  fields: (t) => ({
    ref: t.expose('ref', { description: 'The other ref.', type: 'Ref', nullable: false }),
    reason: t.exposeString('reason', { nullable: false, description: 'Why it is the same thing.' }),
  }),
})

export const Candidate = builder.objectRef<CandidateModel>('Candidate').implement({
  description: 'What an entity may be.',
  fields: (t) => ({
    entity: t.expose('entity', { description: 'What it may be.', type: Entity, nullable: false }),
    reason: t.exposeString('reason', { description: 'Why it may be that.', nullable: false }),
  }),
})

export const EntityStatement = builder.objectRef<StatementModel>('EntityStatement').implement({
  description: 'What one source says of an entity.',
  fields: (t) => ({
    source: t.expose('source', { description: 'Who says so.', type: Source, nullable: false }),
    properties: t.expose('properties', { description: 'By key.', type: [Property], nullable: false }),
    labels: t.expose('labels', { description: 'By key.', type: [KeyValue], nullable: false }),
    annotations: t.expose('annotations', { description: 'By key.', type: [KeyValue], nullable: false }),
    evidence: t.expose('evidence', {
      description: 'The places that say just this, the most trusted first; at most 100.',
      type: [Evidence],
      nullable: false,
    }),
    evidenceCount: t.int({
      nullable: false,
      description: 'How many places say just this in all.',
      resolve: ({ evidence, moreEvidence }) => evidence.length + moreEvidence,
    }),
    moreEvidence: t.exposeInt('moreEvidence', {
      nullable: false,
      description: 'How many more places say just this than `evidence` has.',
    }),
  }),
})

export const MentionList = builder.objectRef<MentionsModel>('MentionList').implement({
  description: 'Places that name an entity; at most 100 of them.',
  fields: (t) => ({
    totalCount: t.exposeInt('totalCount', { nullable: false, description: 'However many are kept.' }),
    nodes: t.expose('nodes', { description: 'At most 100.', type: [Evidence], nullable: false }),
  }),
})
