import type { RelationType } from '@alidade/model'
import { forEachEdge } from '../snapshot/edge-rows.ts'
import { confidenceOf, typeMark, typeOf } from '../snapshot/relation-mark.ts'
import type { View } from '../snapshot/view.ts'
import { stepsOf } from './steps.ts'
import { type Way, waysBetween, waysFrom } from './ways.ts'

/** What a neighbourhood is made of: dependencies, or stored relations. */
export interface Links {
  /** What is next to something: reaches it (`in`), or is reached from it (`out`). */
  next(number: number, direction: 'in' | 'out'): readonly number[]
  /**
   * What is reached from something, or reaches it in a way that stands with it alone; and how.
   * @param there the other ends that are of interest
   * @param shown those that are shown by themselves
   */
  linksAt(number: number, there: Test, shown: Test): readonly Link[]
}

type Test = (number: number) => boolean

interface Link {
  readonly from: number
  readonly to: number
  readonly ways: readonly Way[]
}

export function dependencyLinks(view: View): Links {
  return {
    next: (number, direction) => stepsOf(view, number, direction).map(({ other }) => other),
    linksAt: (number, there, shown) => {
      // A way through an Api that is shown is drawn as the Api's own two steps.
      const link = (from: number, to: number, ways: readonly Way[]): Link => ({
        from,
        to,
        ways: ways.filter(({ via }) => via === undefined || !shown(via)),
      })
      const waysTo = waysFrom(view, number)
      const itself = shown(number)
      const callees = stepsOf(view, number, 'out').filter(
        ({ other, own }) => there(other) && (itself || !own),
      )
      const callers = itself
        ? stepsOf(view, number, 'in').filter(({ other, own }) => there(other) && own)
        : []
      return [
        ...callees.map(({ other }) => link(number, other, waysTo(other))),
        ...callers.map(({ other }) => link(other, number, waysBetween(view, other, number))),
      ]
    },
  }
}

export function storedLinks(view: View, types: readonly RelationType[]): Links {
  const wanted = new Set(types.map(typeMark))
  const rows = { in: view.in, out: view.out }
  return {
    next: (number, direction) => {
      const others = new Set<number>()
      forEachEdge(rows[direction], number, (other, mark) => {
        if (wanted.has(typeOf(mark)) && other !== number) others.add(other)
      })
      return [...others]
    },
    linksAt: (number, there) => {
      const links: Link[] = []
      forEachEdge(view.out, number, (to, mark, places) => {
        if (!wanted.has(typeOf(mark)) || to === number || !there(to)) return
        const relations = [{ from: number, to, mark, places }]
        links.push({
          from: number,
          to,
          ways: [{ via: undefined, confidence: confidenceOf(mark), relations }],
        })
      })
      return links
    },
  }
}
