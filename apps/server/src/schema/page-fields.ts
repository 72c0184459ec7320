import { builder } from './builder.ts'
import type { PageInfo } from './page.ts'

export const PageInfoRef = builder.pageInfoRef()

/** What a page costs: as often as `first` says what stands in it. */
export function costOfPage({ first }: { readonly first?: number | null | undefined }) {
  return { field: 1, multiplier: Math.max(first ?? 0, 1) }
}

/** The rows of a page, which the page has counted already. */
export const countedBefore = { field: 0, multiplier: 1 }

export type { PageInfo }
