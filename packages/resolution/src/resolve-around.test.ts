import { type LocatedStatement, type Ref, type Relation, relationId } from '@alidade/model'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type Facts,
  type FactsAround,
  keysOf,
  keysOfRuling,
  noRules,
  plan,
  resolveAll,
  resolveAround,
} from './index.ts'
import { locatedMany, rulingAbout } from './testing/arbitrary.ts'
import { bare, dependsOn, describes, full, relates } from './testing/say.ts'
import { shown } from './testing/shown.ts'

/** Answers as a store does, each time with objects of its own. */
function storeOf(statements: readonly LocatedStatement[]) {
  return async (keys: readonly string[]) => {
    const asked = new Set(keys)
    return structuredClone(statements.filter((located) => keysOf(located).some((key) => asked.has(key))))
  }
}

/** What a store knows of the refs: them, and every relation at them. */
function factsAt({ entities, relations }: Facts, refs: ReadonlySet<Ref>): Facts {
  const at = ({ from, to }: Relation) =>
    (refs.has(from) && entities.has(from)) || (refs.has(to) && entities.has(to))
  return {
    entities: new Map([...entities].filter(([ref]) => refs.has(ref))),
    relations: new Map([...relations].filter(([, relation]) => at(relation))),
  }
}

function applied({ entities, relations }: Facts, around: FactsAround): Facts {
  const delta = plan(factsAt({ entities, relations }, around.covers), around)
  const [allEntities, allRelations] = [new Map(entities), new Map(relations)]
  for (const change of delta.entities) {
    if (change.after) allEntities.set(change.after.ref, change.after)
    else if (change.before) allEntities.delete(change.before.ref)
  }
  for (const change of delta.relations) {
    if (change.after) allRelations.set(relationId(change.after), change.after)
    else if (change.before) allRelations.delete(relationId(change.before))
  }
  return { entities: allEntities, relations: allRelations }
}

const change = fc
  .record({ kept: locatedMany, gone: fc.array(fc.nat(), { maxLength: 3 }), come: locatedMany })
  .map(({ kept, gone, come }) => {
    const lost = new Set(gone.map((index) => kept[index % Math.max(1, kept.length)]))
    const fresh = come.slice(0, 3)
    return {
      before: kept,
      after: [...kept.filter((located) => !lost.has(located)), ...fresh],
      touched: [...lost, ...fresh].flatMap((located) => (located ? keysOf(located) : [])),
    }
  })
const withRulings = change.chain((it) =>
  fc
    .record({ rulings: fc.array(rulingAbout([...it.before, ...it.after]), { maxLength: 2 }) })
    .map((more) => ({ ...it, ...more })),
)

it('finds, around what changed, all that looking at everything would find', async () => {
  await fc.assert(
    fc.asyncProperty(withRulings, async ({ before, after, touched, rulings }) => {
      const rules = { ...noRules, rulings }
      const around = await resolveAround(touched, storeOf(after), rules)
      const graph = applied(resolveAll(before, rules), around)
      expect(shown(graph)).toEqual(shown(resolveAll(after, rules)))
    }),
    { numRuns: 200 },
  )
}, 60_000)

it('gives the graph back when a ruling is taken back', async () => {
  const ruled = locatedMany.chain((statements) =>
    fc.record({
      statements: fc.constant(statements),
      standing: fc.array(rulingAbout(statements), { maxLength: 2 }),
      ruling: rulingAbout(statements),
    }),
  )
  await fc.assert(
    fc.asyncProperty(ruled, async ({ statements, standing, ruling }) => {
      const [without, ruledSo] = [
        { ...noRules, rulings: standing },
        { ...noRules, rulings: [...standing, ruling] },
      ]
      const [keys, store] = [keysOfRuling(ruling), storeOf(statements)]
      const before = resolveAll(statements, without)
      const given = applied(before, await resolveAround(keys, store, ruledSo))
      expect(shown(given)).toEqual(shown(resolveAll(statements, ruledSo)))
      const back = applied(given, await resolveAround(keys, store, without))
      expect(shown(back)).toEqual(shown(before))
    }),
    { numRuns: 200 },
  )
}, 60_000)

it('looks again at what a generic name means in its own project, which has new candidates', async () => {
  const project = [
    relates('acme/shop/compose', 'service:shop/web', [
      dependsOn({ ...full('api:shop/redis#Query.a'), scope: 'local' }),
      dependsOn(bare('resource:shop/redis', ['Service', 'Api'])),
    ]),
  ]
  const fresh = describes('acme/lake/backstage', 'service:lake/redis')
  const around = await resolveAround(keysOf(fresh), storeOf([...project, fresh]), noRules)
  expect(around.entities.get('api:shop/redis' as Ref)?.candidates).toEqual([
    { ref: 'service:lake/redis', reason: 'same name' },
  ])
  expect(shown(applied(resolveAll(project, noRules), around))).toEqual(
    shown(resolveAll([...project, fresh], noRules)),
  )
})
