import type { Order } from '@alidade/analysis'
import type { Confidence as ConfidenceWord, Kind } from '@alidade/model'
import { builder } from '../../schema/builder.ts'
import { Confidence, EntityKind, EntityOrderBy } from '../../schema/enums.ts'

/** What a list is asked for, as it comes: refs are as somebody wrote them. */
export interface EntityWhereInput {
  readonly and?: readonly EntityWhereInput[] | null | undefined
  readonly or?: readonly EntityWhereInput[] | null | undefined
  readonly not?: EntityWhereInput | null | undefined
  readonly kinds?: readonly Kind[] | null | undefined
  readonly refs?: readonly string[] | null | undefined
  readonly namespaces?: readonly string[] | null | undefined
  readonly owners?: readonly (string | null | undefined)[] | null | undefined
  readonly systems?: readonly (string | null | undefined)[] | null | undefined
  readonly domains?: readonly (string | null | undefined)[] | null | undefined
  readonly lifecycles?: readonly (string | null | undefined)[] | null | undefined
  readonly types?: readonly (string | null | undefined)[] | null | undefined
  readonly tags?: readonly string[] | null | undefined
  readonly labels?: readonly KeyValuesInput[] | null | undefined
  readonly annotations?: readonly KeyValuesInput[] | null | undefined
  readonly unresolved?: boolean | null | undefined
  readonly differs?: boolean | null | undefined
  readonly confidences?: readonly (ConfidenceWord | null | undefined)[] | null | undefined
  readonly nameContains?: string | null | undefined
}

export interface KeyValuesInput {
  readonly key: string
  readonly values?: readonly string[] | null | undefined
}

export interface EntityOrderInput {
  readonly by: Order['by']
  readonly descending?: boolean | null | undefined
}

const KeyValues = builder.inputRef<KeyValuesInput>('KeyValuesInput').implement({
  description: 'A label or an annotation that must be there.',
  fields: (t) => ({
    key: t.string({ description: 'The label’s or annotation’s key.', required: true }),
    values: t.stringList({ description: 'Any of these; any at all when left out.' }),
  }),
})

export const EntityWhere = builder.inputRef<EntityWhereInput>('EntityWhere')

EntityWhere.implement({
  description:
    'Which entities. All parts that are given must hold; in a list, any of its values. Null in a list stands for nobody or none.',
  fields: (t) => {
    const orNone = { list: false, items: false } as const
    return {
      and: t.field({ description: 'All of these.', type: [EntityWhere] }),
      or: t.field({ description: 'Any of these.', type: [EntityWhere] }),
      not: t.field({ description: 'Not this.', type: EntityWhere }),
      kinds: t.field({ description: 'Any of these kinds.', type: [EntityKind] }),
      refs: t.field({ description: 'Any of these, by ref or alias.', type: ['Ref'] }),
      namespaces: t.stringList({ description: 'The namespace of the ref.' }),
      owners: t.field({ type: ['Ref'], required: orNone, description: 'Teams or persons.' }),
      systems: t.field({ description: 'The system it is part of.', type: ['Ref'], required: orNone }),
      domains: t.field({ description: 'The domain it is part of.', type: ['Ref'], required: orNone }),
      lifecycles: t.field({ type: ['String'], required: orNone, description: 'Ignoring case.' }),
      types: t.field({ type: ['String'], required: orNone, description: 'Ignoring case.' }),
      tags: t.stringList({ description: 'Any of these.' }),
      labels: t.field({ type: [KeyValues], description: 'All of these.' }),
      annotations: t.field({ type: [KeyValues], description: 'All of these.' }),
      unresolved: t.boolean({ description: 'Whether something names it and nothing describes it.' }),
      differs: t.boolean({ description: 'Whether its sources differ in a property.' }),
      confidences: t.field({
        type: [Confidence],
        required: orNone,
        description: 'The strongest by which it depends or is depended upon; null where it has none.',
      }),
      nameContains: t.string({ description: 'Ignoring case.' }),
    }
  },
})

export const EntityOrder = builder.inputRef<EntityOrderInput>('EntityOrder').implement({
  description: 'What a list is ordered by; among equals by ref.',
  fields: (t) => ({
    by: t.field({ description: 'What decides.', type: EntityOrderBy, required: true }),
    descending: t.boolean({ description: 'The other way round.', defaultValue: false }),
  }),
})
