import type { GraphStore } from '@alidade/graph'
import { type Entity, type Ref, type Relation, type RelationKey, relationId } from '@alidade/model'
import { inBatches } from './batches.ts'

export interface FactsBefore {
  readonly entities: ReadonlyMap<Ref, Entity>
  readonly relations: ReadonlyMap<string, Relation>
}

const mostRelations = 1_000_000

/** What the store says of these refs, and every relation at one of them. */
export async function factsAt(store: GraphStore, refs: Iterable<Ref>): Promise<FactsBefore> {
  const asked = [...refs]
  const found = await inBatches(asked, 10_000, (batch) => store.entities(batch))
  const entities = new Map(found.flatMap((entity) => (entity ? [[entity.ref, entity] as const] : [])))
  const known = [...entities.keys()]
  const relations = new Map<string, Relation>()
  for (const direction of ['out', 'in'] as const) {
    const pages = await inBatches(known, 1_000, (batch) =>
      store.relationsOf(batch, { direction, limit: mostRelations }),
    )
    for (const relation of pages.flatMap((page) => page.relations))
      relations.set(relationId(relation), relation)
  }
  return { entities, relations }
}

/** Everything that the store says. */
export async function allFacts(store: GraphStore): Promise<FactsBefore> {
  const refs: Ref[] = []
  const keys: RelationKey[] = []
  for await (const chunk of store.scan()) {
    if ('entities' in chunk) for (const { ref } of chunk.entities) refs.push(ref)
    else for (const { from, type, to } of chunk.relations) keys.push({ from, type, to })
  }
  const entities = new Map<Ref, Entity>()
  for (const entity of await inBatches(refs, 5_000, (batch) => store.entities(batch))) {
    if (entity) entities.set(entity.ref, entity)
  }
  const relations = new Map<string, Relation>()
  for (const relation of await inBatches(keys, 5_000, (batch) => store.relations(batch))) {
    if (relation) relations.set(relationId(relation), relation)
  }
  return { entities, relations }
}
