import { type Delta, type Entity, invert, type Ref, type Relation, relationId } from '@alidade/model'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { inCommits, noRules, plan, resolveAll } from './index.ts'
import type { Facts } from './resolve-all.ts'
import { locatedMany } from './testing/arbitrary.ts'
import { describes, ownedBy } from './testing/say.ts'
import { shown } from './testing/shown.ts'

const nothing: Facts = { entities: new Map(), relations: new Map() }

/** Applies as a store does: it refuses what would leave a relation without an end. */
function apply({ entities, relations }: Facts, delta: Delta): Facts {
  const after = { entities: new Map<Ref, Entity>(entities), relations: new Map<string, Relation>(relations) }
  for (const { before, after: fact } of delta.entities) {
    if (fact) after.entities.set(fact.ref, fact)
    else if (before) after.entities.delete(before.ref)
  }
  for (const { before, after: fact } of delta.relations) {
    if (fact) after.relations.set(relationId(fact), fact)
    else if (before) after.relations.delete(relationId(before))
  }
  for (const { from, to } of after.relations.values()) {
    if (!after.entities.has(from) || !after.entities.has(to)) throw new Error(`${from} or ${to} is not there`)
  }
  return after
}

/** A delta of more than one commit: services with owners that come or go. */
const many = Array.from({ length: 2_600 }, (_, index) =>
  describes('acme/shop/backstage', `service:default/s${index}`, {
    relations: [ownedBy(`team:default/t${index % 400}`)],
  }),
)

it('cuts a delta into parts of at most 5,000 changes, each of which leaves a valid graph', () => {
  const all = resolveAll(many, noRules)
  for (const [before, after] of [
    [nothing, all],
    [all, nothing],
    [resolveAll(many.slice(0, 1_500), noRules), resolveAll(many.slice(1_000), noRules)],
  ] as const) {
    const delta = plan(before, after)
    const parts = inCommits(delta)
    const sizes = parts.map(({ entities, relations }) => entities.length + relations.length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(5_000)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(delta.entities.length + delta.relations.length)
    expect(shown(parts.reduce(apply, before))).toEqual(shown(after))
  }
})

it('has no part for a delta in which nothing changes', () => {
  expect(inCommits(plan(nothing, nothing))).toEqual([])
})

it('takes one graph to another, change by change in an order that is valid all along, and back', () => {
  fc.assert(
    fc.property(locatedMany, locatedMany, (some, others) => {
      const [before, after] = [resolveAll(some, noRules), resolveAll(others, noRules)]
      const delta = plan(before, after)
      expect(shown(inCommits(delta).reduce(apply, before))).toEqual(shown(after))
      expect(shown(inCommits(invert(delta)).reduce(apply, after))).toEqual(shown(before))
    }),
    { numRuns: 100 },
  )
})
