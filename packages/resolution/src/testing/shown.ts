import type { Facts } from '../resolve-all.ts'

/** Facts by name, in order, for comparing. */
export function shown({ entities, relations }: Facts) {
  return { entities: inOrder(entities), relations: inOrder(relations) }
}

function inOrder<Fact>(facts: ReadonlyMap<string, Fact>): Record<string, Fact> {
  return Object.fromEntries([...facts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
