import { type Confidence, confidences, type Ref, type RelationType } from '@alidade/model'
import { checkFirst } from '../bounds.ts'
import { dependencyTypes } from '../questions.ts'
import { lookUp, refOf } from '../snapshot/look-up.ts'
import type { View } from '../snapshot/view.ts'
import { affectedOwners } from './affected-owners.ts'
import { stepsOf } from './steps.ts'

export interface ReachQuery {
  /** `in`: what depends on the roots and so is affected when they change. `out`: what they depend on. */
  readonly direction: 'in' | 'out'
  /** How many steps at most; as far as it goes when left out. */
  readonly depth?: number
  /** Only dependencies that are this sure; all when left out. */
  readonly confidences?: readonly Confidence[]
  /** At most so many of `affected`, and of `refs` for each owner; 0 to 10,000. */
  readonly first: number
}

export interface Affected {
  readonly ref: Ref
  /** From 1. */
  readonly distance: number
  /** A shortest way, from it to a root; of several the one whose next step has the smallest ref, at each step. */
  readonly path: readonly Ref[]
}

export interface AffectedOwner {
  /** null for what nobody owns. */
  readonly owner: Ref | null
  readonly count: number
  readonly nearest: number
  /** By distance, then ref. */
  readonly refs: readonly Ref[]
}

export interface Reach {
  readonly total: number
  /** By distance, then ref; no roots. */
  readonly affected: readonly Affected[]
  /** All affected by each owner: the nearest first, then the most, then by ref; what nobody owns last. Two owners: both. */
  readonly owners: readonly AffectedOwner[]
  readonly followed: {
    readonly relationTypes: readonly RelationType[]
    readonly confidences: readonly Confidence[]
  }
}

/** Something that was reached, in numbers. */
export interface Reached {
  readonly number: number
  readonly distance: number
}

/**
 * What reaches some entities over dependencies, or what they reach, as `dependencies` has them. An Api is reached by its
 * consumers; an Operation by who consumes it, and by who consumes its API without saying which operation. Roots that
 * there is nothing of reach nothing.
 * @throws InvalidInput `page-too-large`
 */
export function reach(view: View, roots: readonly Ref[], query: ReachQuery): Reach {
  checkFirst(query.first, 0, 10_000)
  const followed = query.confidences
    ? confidences.filter((it) => query.confidences?.includes(it))
    : confidences
  const { reached, next } = walk(view, rootsOf(view, roots), query, followed)
  return {
    total: reached.length,
    affected: reached.slice(0, query.first).map(({ number, distance }) => ({
      ref: refOf(view, number),
      distance,
      path: pathFrom(view, number, next),
    })),
    owners: affectedOwners(view, reached, query.first),
    followed: { relationTypes: dependencyTypes, confidences: followed },
  }
}

/** The numbers of those that there is something of, by ref, each once. */
export function rootsOf(view: View, roots: readonly Ref[]): number[] {
  const { rank } = view.order
  return [...new Set(roots.flatMap((ref) => lookUp(view, ref) ?? []))].sort(
    (a, b) => (rank[a] as number) - (rank[b] as number),
  )
}

const notReached = -1
const isRoot = -2

/** @returns all that was reached, by distance, then ref; and for each number the one before it on the way from a root */
function walk(
  view: View,
  roots: readonly number[],
  { direction, depth = Number.POSITIVE_INFINITY }: ReachQuery,
  followed: readonly Confidence[],
): { readonly reached: readonly Reached[]; readonly next: Int32Array } {
  const { rank } = view.order
  const follows = confidences.map((it) => followed.includes(it))
  const next = new Int32Array(view.size).fill(notReached)
  for (const root of roots) next[root] = isRoot
  const reached: Reached[] = []
  let level = roots
  for (let distance = 1; level.length > 0 && distance <= depth; distance++) {
    const found: number[] = []
    // The level is in the order of refs, so the first that finds something has the smallest.
    for (const number of level) {
      for (const { other, confidence } of stepsOf(view, number, direction)) {
        if (next[other] !== notReached || !follows[confidence]) continue
        next[other] = number
        found.push(other)
      }
    }
    found.sort((a, b) => (rank[a] as number) - (rank[b] as number))
    for (const number of found) reached.push({ number, distance })
    level = found
  }
  return { reached, next }
}

function pathFrom(view: View, number: number, next: Int32Array): Ref[] {
  const path: Ref[] = []
  for (let at = number; at >= 0; at = next[at] as number) path.push(refOf(view, at))
  return path
}
