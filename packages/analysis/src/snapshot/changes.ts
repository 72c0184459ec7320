import {
  type Delta,
  type EntityHead,
  entityHead,
  type Ref,
  type RelationHead,
  type RelationKey,
  relationHead,
  relationId,
} from '@alidade/model'

/** What holds in the end: of each fact that some deltas speak of, what is known after the last of them. */
export interface Changes {
  /** null for what goes. */
  readonly entities: ReadonlyMap<Ref, EntityHead | null>
  readonly relations: ReadonlyMap<string, { readonly key: RelationKey; readonly head: RelationHead | null }>
}

export function changesOf(deltas: readonly Delta[]): Changes {
  const entities = new Map<Ref, EntityHead | null>()
  const relations = new Map<string, { key: RelationKey; head: RelationHead | null }>()
  for (const delta of deltas) {
    for (const { before, after } of delta.entities) {
      if (after) entities.set(after.ref, entityHead(after))
      else if (before) entities.set(before.ref, null)
    }
    for (const { before, after } of delta.relations) {
      const key = after ?? before
      if (key) relations.set(relationId(key), { key, head: after ? relationHead(after) : null })
    }
  }
  return { entities, relations }
}
