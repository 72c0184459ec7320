import type { Change, Ref, Relation } from '@alidade/model'
import type { Commit, GraphStore } from '../graph-store.ts'
import { refs, types } from './random-facts.ts'
import type { Plan, Wish } from './random-steps.ts'

/** Every relation that a history can have. */
export const relationKeys = refs.flatMap((from) =>
  types.flatMap((type) => refs.map((to) => ({ from, type, to }))),
)

/**
 * The commit that brings the graph to what the plan wishes.
 * @param store where it can be looked up how things are
 */
export async function makeCommit(plan: Plan, id: string, store: GraphStore): Promise<Commit> {
  const [entities, relations] = await Promise.all([store.entities(refs), store.relations(relationKeys)])
  const entityAt = new Map(refs.map((ref, n) => [ref, entities[n]]))
  const relationAt = new Map(relationKeys.map((key, n) => [text(key), relations[n]]))

  const entityChanges = plan.entities.flatMap((wish) => change(wish, entityAt.get(wish.key)))
  const wished = plan.relations.flatMap((wish) => change(wish, relationAt.get(text(wish.key))))
  const delta = { entities: entityChanges, relations: wished }
  const { expects } = plan
  return {
    id,
    ...plan.rest,
    delta: plan.orderly ? { ...delta, relations: orderly() } : delta,
    ...(expects === undefined ? {} : { expectedRevision: (await store.revision()) + expects }),
  }

  /** Without new relations that lack an end, and with the removal of all at entities that go. */
  function orderly(): Change<Relation>[] {
    const there = (ref: Ref) => {
      const change = entityChanges.find(({ before, after }) => (after ?? before)?.ref === ref)
      return change ? change.after !== undefined : entityAt.get(ref) !== undefined
    }
    const stays = (relation: Relation) => there(relation.from) && there(relation.to)
    const named = new Set(wished.map(({ before, after }) => text(after ?? before)))
    const swept = relations.flatMap((before) =>
      before && !stays(before) && !named.has(text(before)) ? [{ before }] : [],
    )
    const kept = wished.flatMap((change): Change<Relation>[] => {
      const { before, after } = change
      if (!after || stays(after)) return [change]
      return before && relationAt.has(text(before)) ? [{ before }] : []
    })
    return [...kept, ...swept]
  }
}

/** Nothing where what should go is not there. */
function change<Fact>({ after, mistaken }: Wish<unknown, Fact>, now: Fact | undefined): Change<Fact>[] {
  if (mistaken && after) return [now ? { after } : { before: after, after }]
  if (!after) return now ? [{ before: now }] : []
  return [now ? { before: now, after } : { after }]
}

function text(key: { from: Ref; type: string; to: Ref } | undefined): string {
  return key ? `${key.from} ${key.type} ${key.to}` : ''
}
