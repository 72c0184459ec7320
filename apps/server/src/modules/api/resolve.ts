import type { Context } from '../../context.ts'
import { type EntityNode, findOfKind } from '../../graph/entity-node.ts'

export function apiByRef(_: unknown, { ref }: { ref: string }, { view }: Context): EntityNode | null {
  return findOfKind(view, ref, 'Api')
}
