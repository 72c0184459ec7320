import type { EntityNameFragment } from '../generated/documents.ts'
import { isEnding } from './is-ending.ts'

/** Where it is in its life: what is at its end stands out, and what nothing describes says so. */
export function LifecycleChip({ entity }: { entity: Pick<EntityNameFragment, 'lifecycle' | 'unresolved'> }) {
  if (entity.unresolved) {
    return (
      <span className="chip" data-tone="warning">
        unresolved
      </span>
    )
  }
  if (!entity.lifecycle) return null
  return (
    <span className="chip" data-tone={isEnding(entity.lifecycle) ? 'warning' : undefined}>
      {entity.lifecycle}
    </span>
  )
}
