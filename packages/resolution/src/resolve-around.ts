import type { Mention, Ref } from '@alidade/model'
import { bringAllAt } from './bring-all-at.ts'
import { withOperations } from './covered-operations.ts'
import { headOf, togetherWith } from './join.ts'
import { asKey, bareKey, isKey, ofKey } from './keys.ts'
import { mayMean, mentionsAt, mentionsOf, namesOfAll } from './mentions.ts'
import { apiOf, atApi, hasGenericName, isGeneric, type Name, namesOf, ownRefs, siblings } from './names.ts'
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
  const covers = coveredBy(worldOf(near.statements, rules), changed)
  await bringAllAt(near, covers)
  const all = withOperations(covers, near.statements, start, rules.rulings)
  return { ...factsOf(near.statements, worldOf(near.statements, rules), all), covers: all }
}

interface Changed {
  readonly refs: readonly Ref[]
  /** Those that did change if nothing describes them: what is described stays as it is. */
  readonly unlessDescribed: readonly Ref[]
}

/** Brings what may be another thing now, may be found by another name, or not by this one any more. */
async function bringChanged(near: Nearby, touched: Touched): Promise<Changed> {
  await near.bring([...[...touched.asNames].map(bareKey), ...touched.joining])
  const joined = await near.bringJoined([
    ...touched.subjects,
    ...touched.joining.flatMap((key) => subjectsAt(near.at(key))),
  ])
  const names = new Set([...touched.names, ...namesDecided(near, touched), ...namesOfAll(joined)])
  const [generic, telling] = [[...names].filter(isGeneric), [...names].filter((name) => !isGeneric(name))]
  await near.bring([...names].flatMap((name) => [asKey(name), bareKey(name)]))
  await near.bring(telling.map(isKey))
  const mentions = mentionsNamed(near, telling)
  // What a bare mention means has the mention's ref among its aliases, or not any more.
  const bare = mentions.filter(({ scope }) => scope === 'bare')
  const meant = new Set([...telling, ...bare.flatMap(namesOf).filter((name) => !isGeneric(name))])
  await near.bring([...meant].map(isKey))
  const refs = [
    ...joined,
    ...touched.subjects,
    ...mentions.map(({ ref }) => ref),
    ...bare.flatMap(ownRefs),
    ...[...meant].flatMap(near.named),
    ...[...touched.subjects, ...touched.others].filter(hasGenericName).flatMap(siblings),
  ]
  const named = [
    ...mentionsNamed(near, generic).flatMap((it) => (it.scope === 'bare' ? ownRefs(it) : [it.ref])),
    ...generic.flatMap(near.ruledNamed),
  ]
  await near.bringJoined([...refs, ...named, ...touched.others])
  const claimed = [...refs, ...named, ...touched.others].flatMap((ref) => claimants(near, ref))
  // An operation is cheap to look at again, and its API tells nothing of it.
  return {
    refs: [...refs, ...claimed, ...touched.others.filter((ref) => apiOf(ref) !== undefined)],
    unlessDescribed: [...named, ...touched.others.filter((ref) => apiOf(ref) === undefined)],
  }
}

/** Things of exports that the ref answers for, as long as it is no thing of its own. */
function claimants(near: Nearby, ref: Ref): Ref[] {
  const base = apiOf(ref) ?? ref
  return near
    .at(ofKey(base))
    .flatMap(({ statement: { subject, settled } }) =>
      settled?.aliases.some((alias) => alias.ref === base) ? [subject.ref] : [],
    )
}

function mentionsNamed(near: Nearby, names: readonly Name[]): readonly Mention[] {
  const keys = names.flatMap((name) => [asKey(name), bareKey(name)])
  return mentionsAt(near, keys, new Set(names))
}

/** Names that are bare elsewhere in a project which defines them now, or does not any more: that decides what they mean. */
function namesDecided(near: Nearby, { asNames, subjects, others }: Touched): Name[] {
  const refs = new Set([...subjects, ...others].map((ref) => apiOf(ref) ?? ref))
  const here = (mention: Mention) =>
    mention.scope === 'bare' && mayMean(mention, asNames) && ownRefs(mention).some((ref) => refs.has(ref))
  return [...asNames].filter((name) => near.at(bareKey(name)).some((it) => mentionsOf(it).some(here)))
}

/** What a change can show at: whole things, since any of its refs may be the one that stands. */
function coveredBy({ nodes }: World, { refs, unlessDescribed }: Changed): ReadonlySet<Ref> {
  const others = unlessDescribed.filter((ref) => !headOf(nodes.node(ref)).best)
  return new Set(
    [...refs, ...others].flatMap((ref) => {
      const api = apiOf(ref)
      const together = togetherWith(nodes.node(api ?? ref)).map((node) => node.ref)
      return api ? together.map((other) => atApi(ref, other)) : together
    }),
  )
}
