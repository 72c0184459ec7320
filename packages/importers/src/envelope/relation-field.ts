import type { Kind, RelationType } from '@alidade/model'

/** What a field that names other entities means. */
export interface RelationField {
  readonly type: RelationType
  /** From the entity whose field it is: `out`, else `in`. */
  readonly direction: 'out' | 'in'
  /** The kind of a ref that leaves it out; where there is none, the ref has to say it. */
  readonly kind?: Kind
  /** What it may name; anything when left out. */
  readonly allowed?: readonly Kind[]
  /** The entities that have the field; all when left out. */
  readonly on?: readonly Kind[]
}
