import { type Columns, noConfidence } from './columns.ts'
import { degree, type EdgeRows, forEachEdge } from './edge-rows.ts'
import { createGather, type Gather } from './gather.ts'
import { confidenceOf, consumes, dependsOn, provides, typeOf } from './relation-mark.ts'

/*
 * What depends on what, out of the stored relations:
 * - who DEPENDS_ON something depends on it;
 * - who CONSUMES an Api depends on who PROVIDES it, where an operation counts for its Api, and to depend on an Api
 *   is to consume it as well;
 * - who consumes what nobody provides depends on the Api;
 * - an Api is depended on by its consumers and depends on its providers. These edges stand in the Api's own rows alone,
 *   with `ofApi` in their mark: beside those of its consumers they would count the same relations twice.
 */

/** Added to the mark of an edge that is in an Api's own rows alone. */
export const ofApi = 4

/** What the derivation goes by. */
export interface Related {
  readonly size: number
  readonly columns: Columns
  readonly out: EdgeRows
  readonly in: EdgeRows
  readonly parts: EdgeRows
}

export interface Provided extends Related {
  readonly consumers: EdgeRows
  readonly providers: EdgeRows
}

type Add = (other: number, mark: number, weight: number) => void

/** The Api that something is or belongs to, else itself. */
export function baseOf({ columns }: Pick<Related, 'columns'>, number: number): number {
  const api = columns.api[number] as number
  return api < 0 ? number : api
}

/** Whether a relation of this type to this end consumes it. */
export function isConsuming({ columns }: Pick<Related, 'columns'>, type: number, to: number): boolean {
  return type === consumes || (type === dependsOn && (columns.api[to] as number) >= 0)
}

/** Writes the row of who consumes an Api, or of who provides it. */
export function deriveEnds(graph: Related, which: 'consumers' | 'providers') {
  const gather = createGather(graph.size)
  return (base: number, add: Add): void => {
    if (baseOf(graph, base) !== base) return
    const collect = (part: number): void =>
      forEachEdge(graph.in, part, (other, mark) => {
        const type = typeOf(mark)
        const counts = which === 'providers' ? type === provides : isConsuming(graph, type, part)
        if (counts) gather.add(other, confidenceOf(mark))
      })
    collect(base)
    forEachEdge(graph.parts, base, collect)
    gather.drain((other, confidence) => add(other, confidence, 0))
  }
}

/** Writes the row of what something depends on. */
export function deriveCallees(graph: Provided) {
  const { columns, providers } = graph
  const gather = createGather(graph.size)
  const used = createGather(graph.size)
  return (number: number, add: Add): void => {
    const direct = new Set<number>()
    forEachEdge(graph.out, number, (to, mark) => {
      const type = typeOf(mark)
      if (isConsuming(graph, type, to)) used.add(baseOf(graph, to), confidenceOf(mark))
      if (type !== dependsOn || to === number) return
      if (columns.api[to] === to) direct.add(to)
      else gather.add(to, confidenceOf(mark))
    })
    used.drain((base, confidence) => {
      if (base !== number && (degree(providers, base) === 0 || direct.has(base))) {
        gather.add(base, confidence)
      }
      forEachEdge(providers, base, (provider, its) => {
        if (provider !== number) gather.add(provider, Math.max(confidence, its))
      })
    })
    addOwn(gather, number, providers, add)
  }
}

/** Writes the row of what depends on something. */
export function deriveCallers(graph: Provided) {
  const { columns, consumers, providers } = graph
  const gather = createGather(graph.size)
  const provided = createGather(graph.size)
  return (number: number, add: Add): void => {
    const isApi = columns.api[number] === number
    const direct = new Set<number>()
    forEachEdge(graph.in, number, (from, mark) => {
      if (typeOf(mark) !== dependsOn || from === number) return
      if (isApi) direct.add(from)
      else gather.add(from, confidenceOf(mark))
    })
    forEachEdge(graph.out, number, (to, mark) => {
      if (typeOf(mark) === provides) provided.add(baseOf(graph, to), confidenceOf(mark))
    })
    provided.drain((base, confidence) => {
      forEachEdge(consumers, base, (consumer, its) => {
        if (consumer !== number) gather.add(consumer, Math.max(confidence, its))
      })
    })
    const unprovided = degree(providers, number) === 0
    forEachEdge(consumers, number, (consumer, confidence) => {
      if (consumer !== number && (unprovided || direct.has(consumer))) gather.add(consumer, confidence)
    })
    addOwn(gather, number, consumers, add)
  }
}

/** Adds what was gathered, then what is at an Api itself and not among that. */
function addOwn(gather: Gather, number: number, ends: EdgeRows, add: Add): void {
  const own: (readonly [number, number])[] = []
  forEachEdge(ends, number, (other, confidence) => {
    if (other !== number && !gather.has(other)) own.push([other, confidence])
  })
  gather.drain((other, confidence) => add(other, confidence, 0))
  for (const [other, confidence] of own) add(other, confidence + ofApi, 0)
}

/** The surest of the dependencies at a number, either way. */
export function surestOf(
  { callees, callers }: Record<'callees' | 'callers', EdgeRows>,
  number: number,
): number {
  let surest = noConfidence
  const look = (_: number, mark: number): void => {
    surest = Math.min(surest, confidenceOf(mark))
  }
  forEachEdge(callees, number, look)
  forEachEdge(callers, number, look)
  return surest
}
