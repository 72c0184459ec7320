import { refParts } from '@alidade/model'
import type { Context } from '../../context.ts'
import { type EntityNode, entityAt, findOfKind } from '../../graph/entity-node.ts'

export function operationByRef(_: unknown, { ref }: { ref: string }, { view }: Context): EntityNode | null {
  return findOfKind(view, ref, 'Operation')
}

export function apiOfOperation({ view, ref }: EntityNode): EntityNode | null {
  const api = entityAt(view, refParts(ref).api ?? null)
  return api?.kind === 'Api' ? api : null
}
