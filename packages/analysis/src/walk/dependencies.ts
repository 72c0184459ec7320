import { type Confidence, confidences, type Ref, type RelationHead } from '@alidade/model'
import { checkFirst } from '../bounds.ts'
import { othersOf } from '../snapshot/edge-rows.ts'
import { lookUp, refOf } from '../snapshot/look-up.ts'
import type { View } from '../snapshot/view.ts'
import { toldAs, waysBetween } from './ways.ts'

/** One thing depends on another: directly, or because it consumes an API that the other provides. */
export interface Dependency {
  /** The other end. */
  readonly ref: Ref
  /** As sure as its surest way; a way through an API is as sure as the less sure of its two relations. */
  readonly confidence: Confidence
  /** How many relations it stands for. */
  readonly weight: number
  /** The APIs it goes through, by ref; none when it is direct alone. */
  readonly via: readonly Ref[]
  /** All relations it stands for, the surest first, then by from, type, to. */
  readonly relations: readonly RelationHead[]
}

export interface DependencyPage {
  readonly total: number
  readonly items: readonly Dependency[]
}

/**
 * What depends on `ref` (`in`), or on what it depends (`out`), by ref. Follows DEPENDS_ON, and CONSUMES to what PROVIDES
 * the same API, where an operation counts for its API, and to depend on an Api is to consume it as well; what consumes
 * an API that nobody provides depends on the Api. An Api is depended on by its consumers, and depends on its providers.
 * Nothing depends on itself. Empty for a ref that there is nothing of.
 * @param page what comes after the ref `after`, at most `first` (0 to 10,000)
 * @throws InvalidInput `page-too-large`
 */
export function dependencies(
  view: View,
  ref: Ref,
  direction: 'in' | 'out',
  page: { readonly first: number; readonly after?: Ref },
): DependencyPage {
  checkFirst(page.first, 0, 10_000)
  const number = lookUp(view, ref)
  if (number === undefined) return { total: 0, items: [] }
  const { rank } = view.order
  const others = othersOf(direction === 'out' ? view.callees : view.callers, number).sort(
    (a, b) => (rank[a] as number) - (rank[b] as number),
  )
  const { after } = page
  const start = after === undefined ? 0 : firstAfter(others, (other) => refOf(view, other) > after)
  return {
    total: others.length,
    items: others
      .slice(start, start + page.first)
      .map((other) =>
        direction === 'out' ? dependency(view, number, other, other) : dependency(view, other, number, other),
      ),
  }
}

function firstAfter(others: readonly number[], isAfter: (other: number) => boolean): number {
  const found = others.findIndex(isAfter)
  return found < 0 ? others.length : found
}

function dependency(view: View, from: number, to: number, other: number): Dependency {
  const ways = waysBetween(view, from, to)
  const relations = toldAs(
    view,
    ways.flatMap((way) => way.relations),
  )
  const surest = Math.min(...ways.map(({ confidence }) => confidence))
  return {
    ref: refOf(view, other),
    confidence: confidences[surest] as Confidence,
    weight: relations.length,
    via: ways.flatMap(({ via }) => (via === undefined ? [] : [refOf(view, via)])).sort(),
    relations,
  }
}
