import type { Context } from '../../context.ts'
import { type EntityNode, findOfKind } from '../../graph/entity-node.ts'
import { ownersOf } from '../entity/resolve.ts'

export function serviceByRef(_: unknown, { ref }: { ref: string }, { view }: Context): EntityNode | null {
  return findOfKind(view, ref, 'Service')
}

export const firstOwner = (node: EntityNode): EntityNode | undefined => ownersOf(node)[0]
