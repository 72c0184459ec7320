import type { Ref } from '@alidade/model'
import type { Order, Where } from '../questions.ts'
import type { View } from '../snapshot/view.ts'

/** A place in an order: what the order goes by there, then the ref. Holds across revisions; can be written as JSON. */
export interface Position {
  readonly value: string | number | null
  readonly ref: Ref
}

export interface ListQuery {
  readonly where?: Where
  /** As in `search`; only what it finds. */
  readonly text?: string
  /** By relevance with a text, by name without one, when left out. */
  readonly orderBy?: Order
  /** What comes after this place; what stood there may be gone by now. */
  readonly after?: Position
  /** Leaves out so many, counted from `after` or from the start. */
  readonly offset?: number
  /** 0 to 10,000. */
  readonly first: number
}

export interface ListPage {
  /** How many there are in all, on every page. */
  readonly total: number
  readonly items: readonly { readonly ref: Ref; readonly position: Position }[]
  /** How many come before and after these items. */
  readonly before: number
  readonly after: number
}

/**
 * The entities for which `where` holds and that `text` finds, a page of them.
 * Orders: `name` ignoring case and marks; `kind` as `kinds` lists them; `owner` by the first owner's ref; `callers` and
 * `callees` by how many; `lifecycle` by its word; `relevance` best first (by name where there is no text). What has no
 * owner or lifecycle comes last in both directions. What is equal is in the order of refs, ascending.
 * @throws InvalidInput `page-too-large`, `text-too-long`, `where-too-deep`
 */
export function list(view: View, query: ListQuery): ListPage {
  throw new Error('not built yet')
}
