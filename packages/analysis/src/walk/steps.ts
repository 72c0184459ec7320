import { baseOf, ofApi } from '../snapshot/derive-dependencies.ts'
import { forEachEdge } from '../snapshot/edge-rows.ts'
import { confidenceOf, consumes, provides, typeOf } from '../snapshot/relation-mark.ts'
import type { View } from '../snapshot/view.ts'
import { consumedBy, isOperation, providedBy } from './ways.ts'

export interface Step {
  readonly other: number
  /** A place in `confidences`. */
  readonly confidence: number
  /** True when it is an Api's or an operation's own, beside what its consumers and providers have with each other. */
  readonly own: boolean
}

/**
 * What depends on something (`in`), or on what it depends (`out`), in no order. An operation is depended on by who
 * consumes it, and by who consumes its Api without saying which operation; in the same way it depends on who provides
 * it.
 */
export function stepsOf(view: View, number: number, direction: 'in' | 'out'): readonly Step[] {
  return isOperation(view, number)
    ? stepsOfOperation(view, number, direction)
    : stepsInRow(view, number, direction)
}

function stepsInRow(view: View, number: number, direction: 'in' | 'out'): Step[] {
  const steps: Step[] = []
  forEachEdge(direction === 'out' ? view.callees : view.callers, number, (other, mark) =>
    steps.push({ other, confidence: confidenceOf(mark), own: mark >= ofApi }),
  )
  return steps
}

function stepsOfOperation(view: View, number: number, direction: 'in' | 'out'): Step[] {
  const found = new Map<number, Step>()
  const add = (other: number, confidence: number, own: boolean): void => {
    if (other === number) return
    const known = found.get(other)
    if (!known) found.set(other, { other, confidence, own })
    else if (confidence < known.confidence) found.set(other, { ...known, confidence })
  }
  for (const { other, confidence, own } of stepsInRow(view, number, direction)) add(other, confidence, own)
  const type = direction === 'in' ? consumes : provides
  const api = baseOf(view, number)
  const byApi = direction === 'in' ? consumedBy : providedBy
  forEachEdge(view.in, number, (other, mark) => {
    if (typeOf(mark) === type) add(other, confidenceOf(mark), true)
  })
  forEachEdge(view.in, api, (other, mark) => {
    if (typeOf(mark) !== type) return
    const said = byApi(view, other).get(api) ?? []
    if (!said.some(({ to }) => isOperation(view, to))) add(other, confidenceOf(mark), true)
  })
  return [...found.values()]
}
