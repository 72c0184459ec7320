import type { Mention, Ref } from '@alidade/model'
import { bringAllAt } from './bring-all-at.ts'
import { withOperations } from './covered-operations.ts'
import { headOf, togetherWith } from './join.ts'
import { asKey, bareKey, idKey, isKey } from './keys.ts'
import { mayMean, mentionsOf, namesOfAll } from './mentions.ts'
import { apiOf, atApi, type Name, namesOf, ownRefs } from './names.ts'
import { type ByKey, type Nearby, nearby, subjectsAt } from './nearby.ts'
import { type Facts, factsOf } from './resolve-all.ts'
import type { Rules } from './rules.ts'
import { readTouched, type Touched } from './touched.ts'
import { type World, worldOf } from './world.ts'

export interface FactsAround extends Facts {
  /** Every ref of which this says all there is, those that are no entity (any more) included. */
  readonly covers: ReadonlySet<Ref>
}

/**
 * The part of `resolveAll` that some statements can have changed: what these refs are now, and every relation at them.
 * @param touched keys of the statements that came or went, from `keysOf`, and of rulings, from `keysOfRuling`
 * @param byKey gives all statements, as they are now, that have one of the keys, each at least once
 */
export async function resolveAround(
  touched: Iterable<string>,
  byKey: ByKey,
  rules: Rules,
): Promise<FactsAround> {
  const near = nearby(byKey, rules.rulings)
  const start = readTouched(touched)
  const changed = await bringChanged(near, start)
  const covers = coveredBy(worldOf(near.statements, rules), start, changed)
  await bringAllAt(near, covers)
  const all = withOperations(covers, near.statements, start, rules.rulings)
  return { ...factsOf(near.statements, worldOf(near.statements, rules), all), covers: all }
}

/**
 * Brings what may be another thing now, may be found by another name, or not by this one any more.
 * @returns these refs
 */
async function bringChanged(near: Nearby, touched: Touched): Promise<ReadonlySet<Ref>> {
  await near.bring([...touched.asNames].map(bareKey))
  const names = new Set([...touched.names, ...namesDecided(near, touched)])
  await near.bring([...[...names].map(isKey), ...touched.identities.map(idKey)])
  const joined = await near.bringJoined([
    ...touched.subjects,
    ...[...names].flatMap(near.named),
    ...touched.identities.flatMap((identity) => subjectsAt(near.at(idKey(identity)))),
  ])
  for (const name of namesOfAll(joined)) names.add(name)
  await near.bring([...names].flatMap((name) => [isKey(name), asKey(name), bareKey(name)]))
  const mentions = [...names].flatMap((name) =>
    [...near.at(isKey(name)), ...near.at(asKey(name)), ...near.at(bareKey(name))].flatMap((located) =>
      mentionsOf(located).filter((mention) => mayMean(mention, names)),
    ),
  )
  // What a bare mention means has the mention's ref among its aliases, or not any more.
  const bare = mentions.filter(({ scope }) => scope === 'bare')
  const meant = new Set([...names, ...bare.flatMap(namesOf)])
  await near.bring([...meant].map(isKey))
  const changed = new Set([
    ...joined,
    ...mentions.map(({ ref }) => ref),
    ...bare.flatMap(ownRefs),
    ...[...meant].flatMap(near.named),
  ])
  await near.bringJoined([...changed, ...touched.others])
  return changed
}

/** Names that are bare elsewhere in a project which defines them now, or does not any more: that decides what they mean. */
function namesDecided(near: Nearby, { asNames, subjects, others }: Touched): Name[] {
  const refs = new Set([...subjects, ...others].map((ref) => apiOf(ref) ?? ref))
  const here = (mention: Mention) =>
    mention.scope === 'bare' && mayMean(mention, asNames) && ownRefs(mention).some((ref) => refs.has(ref))
  return [...asNames].filter((name) => near.at(bareKey(name)).some((it) => mentionsOf(it).some(here)))
}

/** What a change can show at: whole things, since any of its refs may be the one that stands. */
function coveredBy({ nodes }: World, touched: Touched, changed: ReadonlySet<Ref>): ReadonlySet<Ref> {
  // What is described does not change when something else names it.
  const others = touched.others.filter((ref) => apiOf(ref) || !headOf(nodes.node(ref)).best)
  return new Set(
    [...changed, ...touched.subjects, ...others].flatMap((ref) => {
      const api = apiOf(ref)
      const refs = togetherWith(nodes.node(api ?? ref)).map((node) => node.ref)
      return api ? refs.map((other) => atApi(ref, other)) : refs
    }),
  )
}
