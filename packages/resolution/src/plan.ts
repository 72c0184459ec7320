import type { Change, Delta } from '@alidade/model'
import { inOrder } from './names.ts'
import type { Facts } from './resolve-all.ts'
import { same } from './same.ts'

/**
 * What takes the facts before to those after, by ref and relation; a fact that is the same down to its lines is not in
 * it. Both have to be of the same refs: all, or those that `resolveAround` covers with every relation at them.
 */
export function plan(before: Facts, after: Facts): Delta {
  return {
    entities: changes(before.entities, after.entities),
    relations: changes(before.relations, after.relations),
  }
}

function changes<Fact>(
  before: ReadonlyMap<string, Fact>,
  after: ReadonlyMap<string, Fact>,
): readonly Change<Fact>[] {
  const changed: (readonly [string, Change<Fact>])[] = []
  for (const [id, fact] of after) {
    const former = before.get(id)
    if (former === undefined) changed.push([id, { after: fact }])
    else if (!same(former, fact)) changed.push([id, { before: former, after: fact }])
  }
  for (const [id, fact] of before) if (!after.has(id)) changed.push([id, { before: fact }])
  return changed.sort(([a], [b]) => inOrder(a, b)).map(([, change]) => change)
}
