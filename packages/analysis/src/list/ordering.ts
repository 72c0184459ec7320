import { kinds } from '@alidade/model'
import type { Scores } from '../names/scores.ts'
import type { Order } from '../questions.ts'
import { none } from '../snapshot/columns.ts'
import { degree } from '../snapshot/edge-rows.ts'
import { refOf } from '../snapshot/look-up.ts'
import { inOrder } from '../snapshot/text-order.ts'
import type { View } from '../snapshot/view.ts'
import type { Position } from './list.ts'

/** How a list is sorted. */
export interface Ordering {
  /** @param numbers in the order of refs; what is equal stays so */
  sort(numbers: Int32Array): Int32Array
  /** What the order goes by. */
  placeValue(number: number): Position['value']
  /** Which value comes first; null is last. */
  compare(a: Position['value'], b: Position['value']): number
}

/** @param by by relevance needs the scores of a text */
export function orderingOf(view: View, { by, descending }: Order, scores: Scores | undefined): Ordering {
  if (by === 'relevance')
    return scores ? byRelevance(scores) : orderingOf(view, { by: 'name', descending }, scores)
  const { placeValue, keyOf, compare = compareValues } = keysOf(view, by)
  return {
    sort: (numbers) => sortByKey(numbers, keyOf, descending),
    placeValue,
    compare: (a, b) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null)
      return descending ? compare(b, a) : compare(a, b)
    },
  }
}

/** The best first, whatever the direction. */
function byRelevance(scores: Scores): Ordering {
  return {
    sort: (numbers) => numbers.slice().sort((a, b) => scores.of(b) - scores.of(a)),
    placeValue: scores.of,
    compare: (a, b) => Number(b) - Number(a),
  }
}

interface Keys {
  readonly placeValue: Ordering['placeValue']
  /** A small number in the order of the values; `none` for null. */
  readonly keyOf: (number: number) => number
  readonly compare?: Ordering['compare']
}

function keysOf(view: View, by: Exclude<Order['by'], 'relevance'>): Keys {
  const { columns, texts, order, nameOrder } = view
  switch (by) {
    case 'name':
      return {
        placeValue: (number) => texts.folded.textOf(columns.folded[number] as number),
        keyOf: (number) => nameOrder.rank[columns.folded[number] as number] as number,
      }
    case 'kind':
      return {
        placeValue: (number) => kinds[columns.kind[number] as number] ?? null,
        keyOf: (number) => columns.kind[number] as number,
        compare: (a, b) => kindPlace(a) - kindPlace(b),
      }
    case 'owner': {
      const first = (number: number) => texts.lists.listOf(columns.owners[number] as number)[0]
      return {
        placeValue: (number) => {
          const owner = first(number)
          return owner === undefined ? null : refOf(view, owner)
        },
        keyOf: (number) => {
          const owner = first(number)
          return owner === undefined ? none : (order.rank[owner] as number)
        },
      }
    }
    case 'lifecycle': {
      const words = Array.from({ length: texts.lifecycles.size() }, (_, at) => texts.lifecycles.textOf(at))
      const places = new Map([...words].sort(inOrder).map((word, place) => [word, place]))
      const keys = words.map((word) => places.get(word) ?? none)
      return {
        placeValue: (number) => words[columns.lifecycle[number] as number] ?? null,
        keyOf: (number) => keys[columns.lifecycle[number] as number] ?? none,
      }
    }
    case 'callers':
    case 'callees': {
      const count = (number: number) => degree(view[by], number)
      return { placeValue: count, keyOf: count }
    }
  }
}

function kindPlace(value: Position['value']): number {
  return (kinds as readonly unknown[]).indexOf(value)
}

function compareValues(a: Position['value'], b: Position['value']): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : inOrder(String(a), String(b))
}

/** Counting sort, which keeps what is equal as it stands: a hundred thousand in a millisecond. `none` goes last. */
function sortByKey(numbers: Int32Array, keyOf: (number: number) => number, descending: boolean): Int32Array {
  const count = numbers.length
  const keys = new Int32Array(count)
  let most = none
  for (let at = 0; at < count; at++) {
    const key = keyOf(numbers[at] as number)
    keys[at] = key
    if (key > most) most = key
  }
  // From here on the keys are places.
  const free = new Int32Array(most + 3)
  for (let at = 0; at < count; at++) {
    const key = keys[at] as number
    const place = key === none ? most + 1 : descending ? most - key : key
    keys[at] = place
    free[place + 1] = (free[place + 1] as number) + 1
  }
  for (let place = 1; place < free.length; place++) {
    free[place] = (free[place] as number) + (free[place - 1] as number)
  }
  const sorted = new Int32Array(count)
  for (let at = 0; at < count; at++) {
    const place = keys[at] as number
    const next = free[place] as number
    sorted[next] = numbers[at] as number
    free[place] = next + 1
  }
  return sorted
}
