import * as z from 'zod/mini'
import { oneOf, text, wholeNumber, words } from '../app/address-fields.ts'

const groupings = ['team', 'system', 'domain'] as const
const directions = ['in', 'both', 'out'] as const
const between = ['shown'] as const
const tabs = ['map', 'list'] as const
export const deepest = 4

/** How many a column of the map is drawn of; what is beyond is counted, and a click away. */
export const rowsAtFirst = 12
/** As many as one answer may have. */
export const rowsAtMost = 1000

/** What the address of a map says. */
export const mapView = z.object({
  /** What it is of; without one, the page asks for it. */
  ref: text,
  depth: wholeNumber(1, deepest),
  direction: oneOf(directions),
  groupBy: oneOf(groupings),
  tab: oneOf(tabs),
  /** Whether the edges between the neighbours of the middle are drawn. */
  between: oneOf(between),
  /** At most so many nodes in a column. */
  rows: wholeNumber(1, rowsAtMost),
  /** What is opened beyond the depth: refs whose neighbours are shown too. */
  open: words,
  /** The node whose panel is open. */
  node: text,
  /** The edge whose "why?" is open: who depends, and on what. */
  why: words,
})
export type MapView = z.output<typeof mapView>
