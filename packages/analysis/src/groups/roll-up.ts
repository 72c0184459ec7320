import type { Confidence, Ref } from '@alidade/model'
import type { View } from '../snapshot/view.ts'
import type { GroupBy } from './group-by.ts'

export interface RolledUp {
  /** Groups that hold anything that depends or is depended on, by ref; null, for what is in none, last. */
  readonly groups: readonly { readonly group: Ref | null; readonly size: number }[]
  /** Dependencies from one to the other, those within a group included; in the order of `groups`. */
  readonly cells: readonly RolledUpCell[]
}

export interface RolledUpCell {
  readonly from: Ref | null
  readonly to: Ref | null
  /** How many dependencies of one thing on another. */
  readonly count: number
  readonly confidence: Confidence
}

/** Who depends on whom, by owner, system or domain; what two own counts for the first. */
export function rollUp(view: View, groupBy: GroupBy): RolledUp {
  throw new Error('not built yet')
}
