import { builder } from './builder.ts'
import type { PageInfo } from './page.ts'

export const PageInfoRef = builder.objectRef<PageInfo>('PageInfo').implement({
  description: 'Where a page lies in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', {
      nullable: false,
      description: 'Whether more comes after it.',
    }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      nullable: false,
      description: 'Whether something comes before it.',
    }),
    startCursor: t.string({
      description: 'The cursor of its first edge.',
      resolve: ({ startCursor }) => startCursor?.(),
    }),
    endCursor: t.string({
      description: 'The cursor of its last edge, for `after`.',
      resolve: ({ endCursor }) => endCursor?.(),
    }),
  }),
})

/**
 * What finding an answer costs before it has any rows: the time it takes on 100,000 entities, in field values that take
 * as long (one takes 2 to 3 µs).
 */
export const costs = {
  /** Looks at every entity. */
  list: 1_000,
  search: 500,
  /** Follows dependencies as far as they go. */
  walk: 5_000,
  /** Tries ways until its bound. */
  paths: 40_000,
  /** Reads a part of the log. */
  log: 1_000,
} as const

/** What a page costs that has to be found first. */
export const costOfFinding =
  (finding: keyof typeof costs) =>
  ({ first }: { readonly first?: number | null | undefined }) => ({
    field: costs[finding],
    multiplier: Math.max(first ?? 0, 1),
  })

/** What a page costs: as often as `first` says what stands in it. */
export function costOfPage({ first }: { readonly first?: number | null | undefined }) {
  return { field: 1, multiplier: Math.max(first ?? 0, 1) }
}

/** The rows of a page, which the page has counted already. */
export const countedBefore = { field: 0, multiplier: 1 }
