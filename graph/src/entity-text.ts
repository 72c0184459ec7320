import { type Entity, entityHead } from '@alidade/model'

/** An entity as every store keeps it: `said` is what a scan needs beside the columns, `detail` all that it does not. */
export interface EntityText {
  readonly said: string
  readonly detail: string
}

/** The two texts of an entity, in JSON; see `EntityText`. */
export function entityText(entity: Entity): EntityText {
  const { ref: _ref, kind: _kind, name: _name, unresolved: _unresolved, ...said } = entityHead(entity)
  const { aliases, candidates, statements, mentions, moreMentions } = entity
  return {
    said: JSON.stringify(said),
    detail: JSON.stringify({ aliases, candidates, statements, mentions, moreMentions }),
  }
}

/** What an entity says beside its columns, read from both texts; unchecked. */
export function readEntityText({ said, detail }: EntityText): Record<string, unknown> {
  const { differs: _differs, aliases: _refs, ...rest } = JSON.parse(said) as Record<string, unknown>
  return { ...rest, ...(JSON.parse(detail) as Record<string, unknown>) }
}
