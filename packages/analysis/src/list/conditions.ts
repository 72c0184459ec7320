import { confidences, kinds, type Ref } from '@alidade/model'
import { fold } from '../names/fold.ts'
import type { FacetName, Where } from '../questions.ts'
import { differs, noConfidence, none, unresolved } from '../snapshot/columns.ts'
import type { Dictionary } from '../snapshot/dictionary.ts'
import { lookUp } from '../snapshot/look-up.ts'
import type { View } from '../snapshot/view.ts'

export type Holds = (number: number) => boolean

/** One part of a filter. */
export interface Condition {
  /** The facet that has the same values, if one does. */
  readonly facet?: FacetName
  readonly holds: Holds
}

/** The parts of a filter that stand by themselves, without `and`, `or` and `not`. */
export function conditionsOf(view: View, where: Where): Condition[] {
  const { columns, texts } = view
  const has = (bit: number, wanted: boolean): Holds => {
    const expected = wanted ? bit : 0
    return (number) => ((columns.state[number] as number) & bit) === expected
  }
  const refNumbers = (refs: readonly (Ref | null)[]): Set<number> =>
    new Set(refs.flatMap((ref) => (ref === null ? [none] : (lookUp(view, ref) ?? []))))
  const found: Condition[] = []
  const add = <Part>(
    part: Part | undefined,
    facet: FacetName | undefined,
    read: (part: Part) => Holds,
  ): void => {
    if (part !== undefined) found.push({ holds: read(part), ...(facet && { facet }) })
  }
  add(where.kinds, 'kind', (its) => isOneOf(columns.kind, new Set(its.map((it) => kinds.indexOf(it)))))
  add(where.refs, undefined, (its) => {
    const numbers = refNumbers(its)
    return (number) => numbers.has(number)
  })
  add(where.namespaces, 'namespace', (its) => isOneOf(columns.namespace, textNumbers(texts.namespaces, its)))
  add(where.owners, 'owner', (its) => listHasOneOf(view, columns.owners, refNumbers(its)))
  add(where.systems, 'system', (its) => isOneOf(columns.system, refNumbers(its)))
  add(where.domains, 'domain', (its) => isOneOf(columns.domain, refNumbers(its)))
  add(where.lifecycles, 'lifecycle', (its) =>
    isOneOf(columns.lifecycle, textNumbers(texts.lifecycles, its.map(lowered))),
  )
  add(where.types, 'type', (its) => isOneOf(columns.type, textNumbers(texts.types, its.map(lowered))))
  add(where.tags, 'tag', (its) => listHasOneOf(view, columns.tags, textNumbers(texts.tags, its)))
  for (const label of where.labels ?? []) found.push({ holds: hasPair(view, columns.labels, label) })
  for (const annotation of where.annotations ?? []) {
    found.push({ holds: hasPair(view, columns.annotations, annotation) })
  }
  add(where.unresolved, 'state', (wanted) => has(unresolved, wanted))
  add(where.differs, 'state', (wanted) => has(differs, wanted))
  add(where.confidences, 'confidence', (its) =>
    isOneOf(
      columns.confidence,
      new Set(its.map((it) => (it === null ? noConfidence : confidences.indexOf(it)))),
    ),
  )
  add(where.nameContains, undefined, (part) => nameContains(view, part))
  return found
}

function lowered(text: string | null): string | null {
  return text === null ? null : text.trim().toLowerCase()
}

function textNumbers(texts: Dictionary, wanted: readonly (string | null)[]): Set<number> {
  return new Set(wanted.flatMap((text) => (text === null ? [none] : (texts.numberOf(text) ?? []))))
}

/** By a table, which is asked far faster than a set; the first place is for `none`. */
function isOneOf(column: Int32Array, wanted: ReadonlySet<number>): Holds {
  const most = [...wanted].reduce((a, b) => Math.max(a, b), none)
  const table = new Uint8Array(most + 2)
  for (const value of wanted) table[value + 1] = 1
  return (number) => table[(column[number] as number) + 1] === 1
}

/** Each list is looked at once, however many have it. @param wanted `none` among them stands for the empty list */
function listHasOneOf(view: View, column: Int32Array, wanted: ReadonlySet<number>): Holds {
  return once(view.texts.lists.size(), column, (list) => {
    const its = view.texts.lists.listOf(list)
    return its.length === 0 ? wanted.has(none) : its.some((it) => wanted.has(it))
  })
}

function hasPair(
  view: View,
  column: Int32Array,
  { key, values }: { readonly key: string; readonly values?: readonly string[] },
): Holds {
  const { lists, pairs } = view.texts
  const wanted = values && new Set(values.map((value) => `${key}\n${value}`))
  const fits = (pair: string): boolean => (wanted ? wanted.has(pair) : pair.startsWith(`${key}\n`))
  return once(lists.size(), column, (list) => lists.listOf(list).some((pair) => fits(pairs.textOf(pair))))
}

/** Both without capitals and marks. */
function nameContains({ columns, texts }: View, part: string): Holds {
  const wanted = fold(part)
  return once(texts.folded.size(), columns.folded, (name) => texts.folded.textOf(name).includes(wanted))
}

/** Asks of each value of a column once. */
function once(count: number, column: Int32Array, ask: (value: number) => boolean): Holds {
  const answers = new Int8Array(count)
  return (number) => {
    const value = column[number] as number
    const known = answers[value] as number
    if (known !== 0) return known > 0
    const answer = ask(value)
    answers[value] = answer ? 1 : -1
    return answer
  }
}
