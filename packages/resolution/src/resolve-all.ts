import type { Entity, LocatedStatement, Ref, Relation } from '@alidade/model'
import { aliasesBy } from './aliases.ts'
import { candidatesBy } from './candidates.ts'
import { draftsOf } from './drafts.ts'
import { mergeEntity } from './merge-entity.ts'
import { mergeRelation } from './merge-relation.ts'
import type { Rules } from './rules.ts'
import { type World, worldOf } from './world.ts'

/** What is known, in any order; relations by `relationId`. */
export interface Facts {
  readonly entities: ReadonlyMap<Ref, Entity>
  readonly relations: ReadonlyMap<string, Relation>
}

/**
 * The whole graph that statements make. The same statements in any other order make the same.
 * @param statements all there are
 */
export function resolveAll(statements: Iterable<LocatedStatement>, rules: Rules): Facts {
  const all = Array.isArray(statements) ? (statements as readonly LocatedStatement[]) : [...statements]
  return factsOf(all, worldOf(all, rules))
}

/** @param covers of which refs to give the entities, and the relations at them; of all when left out */
export function factsOf(
  statements: readonly LocatedStatement[],
  world: World,
  covers?: ReadonlySet<Ref>,
): Facts {
  const drafts = draftsOf(statements, world, covers)
  const [aliases, candidates] = [aliasesBy(drafts, world), candidatesBy(world)]
  const entities = new Map<Ref, Entity>()
  for (const draft of drafts.entities) {
    const also = { aliases: aliases(draft), candidates: candidates(draft) }
    entities.set(draft.ref, mergeEntity(draft, also, world.byTrust))
  }
  const { relations } = drafts
  for (const [id, sayings] of drafts.sayings) {
    const relation = relations.get(id)
    if (relation) relations.set(id, mergeRelation(relation, sayings, world.byTrust))
  }
  return { entities, relations }
}
