import * as z from 'zod/mini'
import { oneOf, text, words, wordsOf } from '../app/address-fields.ts'

export const orders = [
  'name',
  '-name',
  'kind',
  '-kind',
  'owner',
  '-owner',
  'lifecycle',
  '-lifecycle',
  'callers',
  '-callers',
  'callees',
  '-callees',
  'relevance',
] as const
export type CatalogueOrder = (typeof orders)[number]

/** What the address of the catalogue says. In a list of values, the empty one stands for nobody or none. */
export const catalogueView = z.object({
  text,
  /** In lower case, as are the confidences. */
  kinds: words,
  owners: words,
  systems: words,
  domains: words,
  lifecycles: words,
  types: words,
  tags: words,
  confidences: words,
  states: wordsOf(['unresolved', 'differs']),
  /** A column, with `-` before it for the last first. */
  order: oneOf(orders),
})
export type CatalogueView = z.output<typeof catalogueView>

/** The order when the address says none: what most depends on, or what fits the text best. */
export function orderOf({ order, text }: Pick<CatalogueView, 'order' | 'text'>): CatalogueOrder {
  return order ?? (text ? 'relevance' : '-callers')
}
