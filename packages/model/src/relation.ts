import type { Evidence } from './evidence.ts'
import type { Json } from './json.ts'
import type { Ref } from './ref.ts'

/** Read as a sentence: from, type, to. `team:default/pay OWNS service:default/checkout`. */
export const relationTypes = [
  'OWNS',
  'MEMBER_OF',
  'PART_OF',
  'PROVIDES',
  'CONSUMES',
  'DEPENDS_ON',
  'HAS_OPERATION',
  'HAS_VERSION',
  'USES',
  'PROPOSES',
  'GOVERNS',
  'SUPERSEDES',
  'PARTICIPATES_IN',
  'RELATES_TO',
] as const
export type RelationType = (typeof relationTypes)[number]

/** What names a relation: it exists once for each. */
export interface RelationKey {
  readonly from: Ref
  readonly type: RelationType
  readonly to: Ref
}

/** One edge, with everything that supports it. An edge without evidence does not exist. */
export interface Relation extends RelationKey {
  /** E.g. `role` of a MEMBER_OF, `version` of a USES. */
  readonly properties: Readonly<Record<string, Json>>
  /** The most trusted first; at most 100. */
  readonly evidence: readonly Evidence[]
  /** How many more places say so than `evidence` keeps. */
  readonly moreEvidence: number
}

/** Text that is the same for the same relation, and in the order of from, type, to. No part can hold a line break. */
export function relationId({ from, type, to }: RelationKey): string {
  return `${from}\n${type}\n${to}`
}
