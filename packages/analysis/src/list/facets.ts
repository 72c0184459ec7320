import { confidences, kinds } from '@alidade/model'
import type { FacetName, FacetValue, Where } from '../questions.ts'
import { differs, unresolved } from '../snapshot/columns.ts'
import type { Dictionary } from '../snapshot/dictionary.ts'
import { inOrder } from '../snapshot/text-order.ts'
import type { View } from '../snapshot/view.ts'
import { bitOf, type Selection, select } from './select.ts'

export interface Facet {
  readonly name: FacetName
  /** How many values there are, shown or not. */
  readonly total: number
  /** The most frequent first, then by value, none last; at most `most`. */
  readonly values: readonly FacetValue[]
}

/**
 * How many entities have which value, among those that `where` and `text` let through. What the top level of `where`
 * itself says of a facet (`kinds` of `kind`, `unresolved` and `differs` of `state`, …) is left out for that facet's own
 * counts, so that its other values stay on offer; what stands under `and`, `or` and `not` always counts.
 * An entity with two owners or tags counts for both. `state` has the values `unresolved` and `differs`; what has no tag
 * is not counted in `tag`, nor what has neither state in `state`.
 * In the order of `names`.
 * @throws InvalidInput `text-too-long`, `where-too-deep`
 */
export function facets(
  view: View,
  query: { readonly where?: Where; readonly text?: string },
  names: readonly FacetName[],
  most = 50,
): readonly Facet[] {
  const selected = selectedBy(view, select(view, query))
  return names.map((name) => {
    const numbers = selected(name)
    const counted = readers[name](view, (column, values) => {
      // The last place is for `none`.
      const counts = new Int32Array(values + 1)
      for (let at = 0; at < numbers.length; at++) {
        const value = column[numbers[at] as number] as number
        const place = value < 0 ? values : value
        counts[place] = (counts[place] as number) + 1
      }
      return counts
    })
    const values = counted.filter(({ count }) => count > 0).sort(mostFirst)
    return { name, total: values.length, values: values.slice(0, most) }
  })
}

/** Which entities count for a facet: the same for all that the filter says nothing of. */
function selectedBy({ size }: View, { failed, said }: Selection): (name: FacetName) => Int32Array {
  const passing = (others: number): Int32Array => {
    const numbers = new Int32Array(size)
    let count = 0
    for (let number = 0; number < size; number++) {
      if (((failed[number] as number) & others) === 0) numbers[count++] = number
    }
    return numbers.subarray(0, count)
  }
  const all = passing(~0)
  return (name) => (said.has(name) ? passing(~bitOf(name)) : all)
}

function mostFirst(a: FacetValue, b: FacetValue): number {
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
  return b.count - a.count || inOrder(a.value, b.value)
}

/** How many have each value of a column, and last how many have none. */
type Count = (column: Int32Array, values: number) => Int32Array
type Reader = (view: View, count: Count) => FacetValue[]

const readers: Readonly<Record<FacetName, Reader>> = {
  kind: (view, count) => words(kinds, count(view.columns.kind, kinds.length)),
  owner: (view, count) => fromLists(view, view.texts.refs, view.columns.owners, count),
  system: (view, count) => texts(view.texts.refs, count(view.columns.system, view.size)),
  domain: (view, count) => texts(view.texts.refs, count(view.columns.domain, view.size)),
  lifecycle: (view, count) => wholeColumn(view.texts.lifecycles, view.columns.lifecycle, count),
  type: (view, count) => wholeColumn(view.texts.types, view.columns.type, count),
  tag: (view, count) =>
    fromLists(view, view.texts.tags, view.columns.tags, count).filter(({ value }) => value !== null),
  confidence: (view, count) => words(confidences, count(view.columns.confidence, confidences.length)),
  state: (view, count) => {
    const counts = count(view.columns.state, unresolved + differs + 2)
    const having = (bit: number): number =>
      counts.reduce((sum, times, state) => sum + (state & bit ? times : 0), 0)
    return [
      { value: 'unresolved', count: having(unresolved) },
      { value: 'differs', count: having(differs) },
    ]
  },
  namespace: (view, count) => wholeColumn(view.texts.namespaces, view.columns.namespace, count),
}

function words(of: readonly string[], counts: Int32Array): FacetValue[] {
  return Array.from(counts, (count, at) => ({ value: of[at] ?? null, count }))
}

function wholeColumn(dictionary: Dictionary, column: Int32Array, count: Count): FacetValue[] {
  return texts(dictionary, count(column, dictionary.size()))
}

function texts(dictionary: Dictionary, counts: Int32Array): FacetValue[] {
  const values: FacetValue[] = []
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] as number
    if (count > 0) values.push({ value: at === counts.length - 1 ? null : dictionary.textOf(at), count })
  }
  return values
}

/** Counts the lists, then what is in them: there are far fewer lists than entities. null for the empty list. */
function fromLists(
  { texts: { lists } }: View,
  dictionary: Dictionary,
  column: Int32Array,
  count: Count,
): FacetValue[] {
  const found = new Map<number | null, number>()
  for (const [list, times] of count(column, lists.size()).entries()) {
    if (times === 0) continue
    const its = lists.listOf(list)
    for (const value of its.length > 0 ? its : [null]) found.set(value, (found.get(value) ?? 0) + times)
  }
  return Array.from(found, ([value, count]) => ({
    value: value === null ? null : dictionary.textOf(value),
    count,
  }))
}
