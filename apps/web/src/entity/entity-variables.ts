import type { EntityQueryVariables } from '../generated/documents.ts'
import { allOfThem, type EntityView, few } from './entity-view.ts'

/** What the page asks the server: the route asks it ahead, so both have it from here. */
export function entityVariables(ref: string, view: EntityView): EntityQueryVariables {
  const first = (list: EntityView['all'][number]) => (view.all.includes(list) ? allOfThem : few)
  return { ref, callers: first('callers'), callees: first('callees') }
}
