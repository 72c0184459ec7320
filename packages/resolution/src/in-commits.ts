import type { Change, Delta, Entity, Relation } from '@alidade/model'

/** How many changes one commit takes. */
const mostChanges = 5_000

type Step = { readonly entity: Change<Entity> } | { readonly relation: Change<Relation> }

/**
 * A delta in parts that a store takes one after the other. After each the graph is valid: entities come before relations
 * need them, and go after relations at them have gone.
 * @returns parts of at most 5,000 changes; none for an empty delta
 */
export function inCommits(delta: Delta): readonly Delta[] {
  const steps = [...stepsOf(delta)]
  const parts: Delta[] = []
  for (let start = 0; start < steps.length; start += mostChanges) {
    const part = steps.slice(start, start + mostChanges)
    parts.push({
      entities: part.flatMap((step) => ('entity' in step ? [step.entity] : [])),
      relations: part.flatMap((step) => ('relation' in step ? [step.relation] : [])),
    })
  }
  return parts
}

function* stepsOf({ entities, relations }: Delta): Generator<Step> {
  for (const entity of entities) if (entity.after) yield { entity }
  for (const relation of relations) if (relation.after) yield { relation }
  for (const relation of relations) if (!relation.after) yield { relation }
  for (const entity of entities) if (!entity.after) yield { entity }
}
