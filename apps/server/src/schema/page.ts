import { InvalidInput } from '@alidade/model'
import { z } from 'zod'
import { cursorsOf } from './cursor.ts'

/** What every list takes. */
export interface PageArguments {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

const longestPage = 1_000

/** Writes the cursor, once somebody wants it. */
export type Cursor = () => string

/** A part of a list, with where it lies in it. */
export interface Page<Item> {
  readonly totalCount: number
  readonly items: readonly { readonly cursor: Cursor; readonly item: Item }[]
  readonly pageInfo: PageInfo
}

export interface PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: Cursor | undefined
  readonly endCursor: Cursor | undefined
}

/** What some items are as a page. */
export function page<Item>(
  items: Page<Item>['items'],
  lies: { readonly total: number; readonly hasPrevious: boolean; readonly hasNext: boolean },
): Page<Item> {
  return {
    totalCount: lies.total,
    items,
    pageInfo: {
      hasNextPage: lies.hasNext,
      hasPreviousPage: lies.hasPrevious,
      startCursor: items[0]?.cursor,
      endCursor: items.at(-1)?.cursor,
    },
  }
}

/** Gives a part of a list. */
export type Ask<Item> = (
  offset: number,
  first: number,
) => { readonly total: number; readonly items: readonly Item[] }

/**
 * A page of a list that is the same each time it is asked, by how many come before it.
 * @param query what makes it this list
 * @throws InvalidInput `first-out-of-bounds`, `cursor-malformed`, `cursor-foreign`
 */
export function pageByOffset<Item>(
  query: unknown,
  { first, after }: PageArguments,
  ask: Ask<Item>,
): Page<Item> {
  const cursors = cursorsOf(query)
  const offset = after == null ? 0 : cursors.read(after, z.int().min(1))
  const { total, items } = ask(offset, checkFirst(first))
  return page(
    items.map((item, place) => ({ cursor: () => cursors.write(offset + place + 1), item })),
    { total, hasPrevious: offset > 0 && total > 0, hasNext: offset + items.length < total },
  )
}

/** The same, of a list that is at hand as a whole. */
export function pageOf<Item>(query: unknown, of: PageArguments, all: readonly Item[]): Page<Item> {
  return pageByOffset(query, of, (offset, first) => ({
    total: all.length,
    items: all.slice(offset, offset + first),
  }))
}

/** @throws InvalidInput `first-out-of-bounds` */
export function checkFirst(first: number | null | undefined, most: number = longestPage): number {
  if (first == null || first < 0 || first > most) {
    const allowed = most.toLocaleString('en')
    throw new InvalidInput(
      'first-out-of-bounds',
      `first is ${first}: ask for 0 to ${allowed}, and for the rest by after`,
    )
  }
  return first
}
