import type { Ref, Ruling } from '@alidade/model'
import { inOrder } from './names.ts'

/** The latest first: later rulings win over earlier ones. */
export function latestFirst(rulings: readonly Ruling[]): readonly Ruling[] {
  return rulings.toSorted((a, b) => inOrder(b.at, a.at) || inOrder(b.id, a.id))
}

/** The refs that rulings speak of together with each ref. */
export function ruledTogether(rulings: readonly Ruling[]): ReadonlyMap<Ref, readonly Ref[]> {
  const together = new Map<Ref, Ref[]>()
  for (const { a, b } of rulings) {
    for (const [ref, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const others = together.get(ref)
      if (others) others.push(other)
      else together.set(ref, [other])
    }
  }
  return together
}
