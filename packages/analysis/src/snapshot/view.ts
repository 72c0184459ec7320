import type { Confidence, Kind, Ref } from '@alidade/model'
import type { NameIndex } from '../names/name-index.ts'
import type { Columns } from './columns.ts'
import type { EdgeRows } from './edge-rows.ts'
import type { TextOrder } from './text-order.ts'
import type { Texts } from './texts.ts'

/**
 * The graph at a revision, with or without a delta on top. Every question takes one. It never changes: a newer one is
 * another, and the older stays good for the requests that hold it. What is in it is this package's own business; ask
 * through the questions and `headOf`.
 */
export interface View {
  readonly revision: number
  /** True with a delta on top: something that only might be. */
  readonly pending: boolean
  /** How many entities and relations there are. */
  readonly entityCount: number
  readonly relationCount: number
  /** Numbers are given to refs: of entities, of aliases, and of ends that nothing is stored for. All columns are as long. */
  readonly size: number
  readonly texts: Texts
  readonly columns: Columns
  /** Of refs, and of folded names. */
  readonly order: TextOrder
  readonly nameOrder: TextOrder
  /** Stored relations; the mark is type and confidence (`relation-mark.ts`), the weight how many places say so. */
  readonly out: EdgeRows
  readonly in: EdgeRows
  /** The operations and versions at each Api. */
  readonly parts: EdgeRows
  /** Who consumes and who provides each Api or one of its operations; the mark is the confidence. */
  readonly consumers: EdgeRows
  readonly providers: EdgeRows
  /** Derived dependencies; the mark is the confidence, and whether it is an Api's own (`derive-dependencies.ts`). */
  readonly callees: EdgeRows
  readonly callers: EdgeRows
  readonly names: NameIndex
}

/** A view without a delta on top. */
export type Snapshot = View

/** What the snapshot knows of one entity, so that a list or a map needs nothing from the store. */
export interface Summary {
  readonly ref: Ref
  readonly kind: Kind
  readonly name: string
  /** The property `title`, else the name. */
  readonly title: string
  /** False for the end of a relation that a pending world leaves broken: only its ref is known. */
  readonly exists: boolean
  readonly unresolved: boolean
  readonly differs: boolean
  readonly namespace: string
  /** Lower case. */
  readonly lifecycle: string | null
  readonly type: string | null
  readonly tags: readonly string[]
  readonly aliases: readonly Ref[]
  /** Who owns it, by ref. What belongs to an owned thing is not owned by that. */
  readonly owners: readonly Ref[]
  readonly system: Ref | null
  readonly domain: Ref | null
  /** How many things depend on it directly, and on how many it does. An Api's callers are its consumers. */
  readonly callers: number
  readonly callees: number
  /** The strongest of its dependencies, either way; null where it has none. */
  readonly confidence: Confidence | null
}
