import type { Kind } from '@alidade/model'
import type { RelationField } from '../envelope/relation-field.ts'

/** A field of `spec` that names other entities. */
export interface NamingField extends RelationField {
  /** For whoever writes it, in the published schema. */
  readonly says: string
  /** Whether it names one and no more. */
  readonly one?: true
  /** What the relation is given besides. */
  readonly role?: string
}

/** A field of `spec` that becomes the property of the same name. */
export interface ValueField {
  readonly says: string
  /** A day is written `2026-12-24` and ends as that day does. */
  readonly form: 'text' | 'day'
}

export interface DescriptorKind {
  readonly kind: Kind
  readonly says: string
  /** Where two fields state one relation, the first of them counts. */
  readonly names: Readonly<Record<string, NamingField>>
  readonly values: Readonly<Record<string, ValueField>>
  /** Without one of these the entity is read, with a problem. */
  readonly required: readonly string[]
}

const owner: NamingField = {
  type: 'OWNS',
  direction: 'in',
  kind: 'Team',
  allowed: ['Team', 'Person', 'Guild'],
  says: 'Who answers for it: a team by its name, or person:… or guild:….',
}

const everyKind: Readonly<Record<string, ValueField>> = {
  type: { form: 'text', says: 'What sort of its kind it is, in your own words.' },
  lifecycle: {
    form: 'text',
    says: 'How far it is, in your own words; of a technology, its ring: adopt, trial, assess, hold.',
  },
}

/** What Backstage has no kind for. */
export const descriptorKinds: readonly DescriptorKind[] = [
  {
    kind: 'Guild',
    says: 'A community of practice across teams.',
    names: {
      owner,
      lead: {
        type: 'MEMBER_OF',
        direction: 'in',
        kind: 'Person',
        allowed: ['Person'],
        role: 'lead',
        says: 'Who leads it; they are members too.',
      },
      members: {
        type: 'MEMBER_OF',
        direction: 'in',
        kind: 'Person',
        allowed: ['Person'],
        says: 'The people in it.',
      },
    },
    values: { ...everyKind, channel: { form: 'text', says: 'Where it talks: #guild-go.' } },
    required: [],
  },
  {
    kind: 'Technology',
    says: 'What things are made with: a language, a framework, a database product.',
    names: { owner },
    values: everyKind,
    required: [],
  },
  {
    kind: 'Operation',
    says: 'One endpoint, field, message or method of an API. Its name is its key.',
    names: {
      owner,
      api: {
        type: 'HAS_OPERATION',
        direction: 'in',
        kind: 'Api',
        allowed: ['Api'],
        one: true,
        says: 'The API that it belongs to.',
      },
      consumers: {
        type: 'CONSUMES',
        direction: 'in',
        kind: 'Service',
        allowed: ['Service'],
        says: 'The services that consume it.',
      },
    },
    values: everyKind,
    required: ['api', 'key'],
  },
  {
    kind: 'Milestone',
    says: 'What is to be there by a date.',
    names: {
      owner,
      relatesTo: {
        type: 'RELATES_TO',
        direction: 'out',
        says: 'What it is about, each with its kind: service:checkout.',
      },
    },
    values: { ...everyKind, date: { form: 'day', says: 'The day at whose end it is due.' } },
    required: ['date'],
  },
  {
    kind: 'Standard',
    says: 'A rule, and what it applies to.',
    names: {
      owner,
      appliesTo: {
        type: 'GOVERNS',
        direction: 'out',
        says: 'What it applies to, each with its kind: domain:payments.',
      },
    },
    values: everyKind,
    required: ['owner'],
  },
  {
    kind: 'Waiver',
    says: 'Leave to be without a standard for a time.',
    names: {
      owner,
      standard: {
        type: 'RELATES_TO',
        direction: 'out',
        kind: 'Standard',
        allowed: ['Standard'],
        one: true,
        says: 'The standard that is waived.',
      },
      of: {
        type: 'RELATES_TO',
        direction: 'out',
        says: 'For what it is waived, each with its kind: service:checkout.',
      },
    },
    values: {
      ...everyKind,
      until: { form: 'day', says: 'The last day of it.' },
      reason: { form: 'text', says: 'Why it is waived.' },
    },
    required: ['standard', 'of', 'owner', 'until', 'reason'],
  },
]
