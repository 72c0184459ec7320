import type { Dictionary } from './dictionary.ts'

/** All numbers of a dictionary in the order of their texts: `sorted[i]` is a number, `rank[sorted[i]]` is `i`. */
export interface TextOrder {
  readonly sorted: Int32Array
  readonly rank: Int32Array
}

export const noOrder: TextOrder = { sorted: new Int32Array(0), rank: new Int32Array(0) }

/** The order with the numbers up to `size` that are not in it yet. The same order where there are none. */
export function growOrder(order: TextOrder, texts: Dictionary, size: number): TextOrder {
  const { sorted } = order
  if (size === sorted.length) return order
  const added = Array.from({ length: size - sorted.length }, (_, i) => sorted.length + i)
  const textOf = new Map(added.map((number) => [number, texts.textOf(number)]))
  added.sort((a, b) => inOrder(textOf.get(a) as string, textOf.get(b) as string))

  const merged = new Int32Array(size)
  let taken = 0
  let used = 0
  for (const number of added) {
    const place = placeOf(sorted, texts, textOf.get(number) as string, taken)
    merged.set(sorted.subarray(taken, place), used)
    used += place - taken
    taken = place
    merged[used++] = number
  }
  merged.set(sorted.subarray(taken), used)

  const rank = new Int32Array(size)
  for (let i = 0; i < size; i++) rank[merged[i] as number] = i
  return { sorted: merged, rank }
}

/** How many of the sorted texts come before `text`, given that the first `from` do. */
function placeOf(sorted: Int32Array, texts: Dictionary, text: string, from: number): number {
  let low = from
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (texts.textOf(sorted[middle] as number) < text) low = middle + 1
    else high = middle
  }
  return low
}

/** The order of texts: by UTF-16 code units, as `<` has it. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
