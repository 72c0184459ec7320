import { type Confidence, confidences, type Ref, type RelationHead, type RelationType } from '@alidade/model'
import { baseOf } from '../snapshot/derive-dependencies.ts'
import { forEachEdge } from '../snapshot/edge-rows.ts'
import { lookUp, refOf } from '../snapshot/look-up.ts'
import { provides, typeOf } from '../snapshot/relation-mark.ts'
import type { View } from '../snapshot/view.ts'
import { stepsOf } from './steps.ts'
import { toldAs, typesOf, waysBetween } from './ways.ts'

export interface PathStep {
  readonly from: Ref
  readonly to: Ref
  readonly confidence: Confidence
  readonly types: readonly RelationType[]
  readonly relations: readonly RelationHead[]
}

export interface Path {
  /** How many steps. */
  readonly length: number
  /** From the first to the last. */
  readonly refs: readonly Ref[]
  readonly steps: readonly PathStep[]
}

export interface Paths {
  /** The shortest first, then by the refs in turn. */
  readonly paths: readonly Path[]
  /** True when the search gave up at its bound before it had looked everywhere. */
  readonly incomplete: boolean
}

const mostPartial = 200_000

/**
 * The shortest ways over dependencies that visit nothing twice. None from a thing to itself: see `cycles`.
 * Looks for ways of one length after the other, with the distance to the end as the bound, so nothing longer than what is
 * found is looked at; gives up after 200,000 partial ways.
 * @param options at most `most` of them (10), of at most `maxLength` steps (10)
 * @see Korf, Depth-first iterative-deepening (1985)
 */
export function paths(
  view: View,
  from: Ref,
  to: Ref,
  options: { readonly most?: number; readonly maxLength?: number } = {},
): Paths {
  const { most = 10, maxLength = 10 } = options
  const first = lookUp(view, from)
  const last = lookUp(view, to)
  if (first === undefined || last === undefined || first === last) return { paths: [], incomplete: false }
  const { found, incomplete } = shortest(view, first, last, most, maxLength)
  return { paths: found.map((way) => pathOf(view, way)), incomplete }
}

function shortest(
  view: View,
  first: number,
  last: number,
  most: number,
  maxLength: number,
): { readonly found: readonly (readonly number[])[]; readonly incomplete: boolean } {
  const distance = distancesTo(view, last, maxLength)
  const nextOf = nextSteps(view, last)
  const found: number[][] = []
  const way = [first]
  const onWay = new Set(way)
  let partial = 0
  let gaveUp = false

  /** Goes on from the end of the way, with exactly so many steps left. */
  function goOn(left: number): void {
    for (const next of nextOf(way.at(-1) as number)) {
      if (found.length === most || gaveUp) return
      if (left === 1 ? next !== last : next === last) continue
      if ((distance.get(next) ?? Number.POSITIVE_INFINITY) > left - 1 || onWay.has(next)) continue
      if (++partial > mostPartial) {
        gaveUp = true
        return
      }
      if (next === last) {
        found.push([...way, next])
        continue
      }
      way.push(next)
      onWay.add(next)
      goOn(left - 1)
      onWay.delete(next)
      way.pop()
    }
  }

  for (let length = 1; length <= maxLength && found.length < most && !gaveUp; length++) goOn(length)
  return { found, incomplete: gaveUp }
}

/** What something depends on, by ref. What the end is depended on by is asked at the end, as an Api has its own. */
function nextSteps(view: View, last: number): (number: number) => readonly number[] {
  const { rank } = view.order
  const leadsToLast = new Set(stepsOf(view, last, 'in').map(({ other }) => other))
  const known = new Map<number, readonly number[]>()
  return (number) => {
    const before = known.get(number)
    if (before) return before
    const others = new Set(stepsOf(view, number, 'out').map(({ other }) => other))
    if (leadsToLast.has(number)) others.add(last)
    const sorted = [...others].sort((a, b) => (rank[a] as number) - (rank[b] as number))
    known.set(number, sorted)
    return sorted
  }
}

/** How many steps it takes at least. Takes an Api for a caller of its providers, so it may be one that nobody can go. */
function distancesTo(view: View, last: number, most: number): Map<number, number> {
  const distance = new Map([[last, 0]])
  let level = [last]
  for (let steps = 1; steps <= most && level.length > 0; steps++) {
    const above: number[] = []
    const reach = (other: number): void => {
      if (distance.has(other)) return
      distance.set(other, steps)
      above.push(other)
    }
    for (const number of level) {
      for (const { other } of stepsOf(view, number, 'in')) reach(other)
      forEachEdge(view.out, number, (to, mark) => {
        if (typeOf(mark) !== provides) return
        reach(to)
        reach(baseOf(view, to))
        forEachEdge(view.parts, baseOf(view, to), reach)
      })
    }
    level = above
  }
  return distance
}

function pathOf(view: View, way: readonly number[]): Path {
  return {
    length: way.length - 1,
    refs: way.map((number) => refOf(view, number)),
    steps: way.slice(1).map((to, at) => stepOf(view, way[at] as number, to)),
  }
}

function stepOf(view: View, from: number, to: number): PathStep {
  const ways = waysBetween(view, from, to)
  const told = ways.flatMap(({ relations }) => relations)
  return {
    from: refOf(view, from),
    to: refOf(view, to),
    confidence: confidences[Math.min(...ways.map(({ confidence }) => confidence))] as Confidence,
    types: typesOf(told),
    relations: toldAs(view, told),
  }
}
