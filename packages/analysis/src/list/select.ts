import { InvalidInput } from '@alidade/model'
import { type Scores, scoresOf } from '../names/scores.ts'
import { type FacetName, facetNames, type Where } from '../questions.ts'
import { exists } from '../snapshot/columns.ts'
import type { View } from '../snapshot/view.ts'
import { type Condition, conditionsOf, type Holds } from './conditions.ts'

const deepest = 20

/** Which entities a filter and a text let through. */
export interface Selection {
  /** For each number 0 when it is let through, else which parts it fails: a bit for each facet, one for all others. */
  readonly failed: Uint16Array
  /** The facets that the top level of the filter says something of. */
  readonly said: ReadonlySet<FacetName>
  /** How well the text fits; undefined without a text. */
  readonly scores: Scores | undefined
}

const otherwise = 1 << facetNames.length

export function bitOf(facet: FacetName): number {
  return 1 << facetNames.indexOf(facet)
}

/** @throws InvalidInput `where-too-deep`, `text-too-long` */
export function select(view: View, query: { readonly where?: Where; readonly text?: string }): Selection {
  const { where = {}, text } = query
  const failed = new Uint16Array(view.size)
  // An empty box is no text; one that holds only punctuation is, and finds nothing.
  const scores = text === undefined || text.trim() === '' ? undefined : scoresOf(view, text)
  const { state } = view.columns
  const conditions: Condition[] = [
    { holds: (number) => ((state[number] as number) & exists) !== 0 },
    ...(scores ? [{ holds: (number: number) => scores.of(number) > 0 }] : []),
    ...conditionsOf(view, where),
    ...nestedIn(view, where, 0).map((holds) => ({ holds })),
  ]
  for (const { facet, holds } of conditions) {
    const bit = facet ? bitOf(facet) : otherwise
    for (let number = 0; number < view.size; number++) {
      if (!holds(number)) failed[number] = (failed[number] as number) | bit
    }
  }
  return { failed, said: new Set(conditions.flatMap(({ facet }) => facet ?? [])), scores }
}

/** What stands under `and`, `or` and `not`. */
function nestedIn(view: View, { and, or, not }: Where, depth: number): Holds[] {
  const found: Holds[] = []
  if (and) found.push(...and.map((inner) => all(view, inner, depth + 1)))
  if (or) {
    const inner = or.map((one) => all(view, one, depth + 1))
    found.push((number) => inner.some((holds) => holds(number)))
  }
  if (not) {
    const holds = all(view, not, depth + 1)
    found.push((number) => !holds(number))
  }
  return found
}

function all(view: View, where: Where, depth: number): Holds {
  if (depth > deepest) {
    throw new InvalidInput(
      'where-too-deep',
      `the filter has more than ${deepest} levels of and, or, not: write it flatter`,
    )
  }
  const parts = [...conditionsOf(view, where).map(({ holds }) => holds), ...nestedIn(view, where, depth)]
  return (number) => parts.every((holds) => holds(number))
}
