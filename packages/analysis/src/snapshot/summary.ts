import type { Ref, RelationHead, RelationType } from '@alidade/model'
import type { Summary, View } from './view.ts'

/**
 * The ref under which something is kept: of an alias the entity's, also before the `#` or `@` of an operation or a
 * version. Undefined when there is nothing of it.
 */
export function resolveRef(view: View, ref: Ref): Ref | undefined {
  throw new Error('not built yet')
}

/** What the snapshot knows of an entity, by ref or alias; undefined when there is nothing of it. */
export function summaryOf(view: View, ref: Ref): Summary | undefined {
  throw new Error('not built yet')
}

/** The stored relations at an entity, by type in their order, then by the other end's ref; all types when left out. */
export function relationsAt(
  view: View,
  ref: Ref,
  query: {
    readonly direction: 'in' | 'out' | 'both'
    readonly types?: readonly RelationType[]
    readonly first: number
    readonly offset?: number
  },
): { readonly total: number; readonly relations: readonly RelationHead[] } {
  throw new Error('not built yet')
}
