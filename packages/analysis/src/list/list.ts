import { InvalidInput, type Ref } from '@alidade/model'
import { checkFirst } from '../bounds.ts'
import type { Order, Where } from '../questions.ts'
import { refOf } from '../snapshot/look-up.ts'
import { inOrder } from '../snapshot/text-order.ts'
import type { View } from '../snapshot/view.ts'
import { type Ordering, orderingOf } from './ordering.ts'
import { type Selection, select } from './select.ts'

/** A place in an order: what the order goes by there, then the ref. Holds across revisions; can be written as JSON. */
export interface Position {
  readonly value: string | number | null
  readonly ref: Ref
}

export interface ListQuery {
  readonly where?: Where
  /** As in `search`; only what it finds. Blank is the same as none. */
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
 * `callees` by how many; `lifecycle` by its word; `relevance` best first in both directions (by name where there is no
 * text). What has no owner or lifecycle comes last in both directions. What is equal is in the order of refs, ascending.
 * @throws InvalidInput `page-too-large`, `offset-out-of-bounds`, `text-too-long`, `where-too-deep`
 */
export function list(view: View, query: ListQuery): ListPage {
  const { offset = 0, first, after } = query
  checkFirst(first, 0, 10_000)
  if (!Number.isInteger(offset) || offset < 0) {
    throw new InvalidInput('offset-out-of-bounds', `offset is ${offset}: it is how many to pass over, from 0`)
  }
  const selection = select(view, query)
  const ordering = orderingOf(view, query.orderBy ?? { by: 'relevance', descending: false }, selection.scores)
  const sorted = ordering.sort(inRefOrder(view, selection))
  const start = Math.min((after ? countUpTo(view, sorted, ordering, after) : 0) + offset, sorted.length)
  const end = Math.min(start + first, sorted.length)
  return {
    total: sorted.length,
    items: Array.from(sorted.subarray(start, end), (number) => {
      const ref = refOf(view, number)
      return { ref, position: { value: ordering.placeValue(number), ref } }
    }),
    before: start,
    after: sorted.length - end,
  }
}

function inRefOrder({ order, size }: View, { failed }: Selection): Int32Array {
  const numbers = new Int32Array(size)
  let count = 0
  for (let at = 0; at < size; at++) {
    const number = order.sorted[at] as number
    if (failed[number] === 0) numbers[count++] = number
  }
  return numbers.subarray(0, count)
}

/** How many come at or before a place. */
function countUpTo(
  view: View,
  sorted: Int32Array,
  { placeValue, compare }: Ordering,
  place: Position,
): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const number = sorted[middle] as number
    const isAfter = compare(placeValue(number), place.value) || inOrder(refOf(view, number), place.ref)
    if (isAfter <= 0) low = middle + 1
    else high = middle
  }
  return low
}
