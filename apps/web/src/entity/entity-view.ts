import * as z from 'zod/mini'
import { text, wordsOf } from '../app/address-fields.ts'

/** How many of a list a page shows before it is asked for all. */
export const few = 10
/** As many as one answer may have. */
export const allOfThem = 500

const lists = ['callers', 'callees'] as const
export type ListName = (typeof lists)[number]

/** What the address of an entity's page says beside its ref. */
export const entityView = z.object({
  /** Which lists are shown in full. */
  all: wordsOf(lists),
  /** Whose "why?" is open: the section's name, then the ref at the other end. */
  why: text,
})
export type EntityView = z.output<typeof entityView>

/** How a fact of a page is called in its address. */
export function whyKey(section: string, ref: string): string {
  return `${section} ${ref}`
}
