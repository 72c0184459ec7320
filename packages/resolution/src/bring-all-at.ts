import type { LocatedStatement, Mention, Ref } from '@alidade/model'
import { bareKey, isKey, ofKey, toKey } from './keys.ts'
import { baseMention, mayMean, mentionsAt, mentionsOf, namesOfAll, othersIn, subjectOf } from './mentions.ts'
import { apiOf, hasGenericName, isGeneric, namesOf, ownRefs, siblings } from './names.ts'
import type { Nearby } from './nearby.ts'

/** Brings every statement that speaks of these refs, and what tells who else these statements speak of. */
export async function bringAllAt(near: Nearby, covers: ReadonlySet<Ref>): Promise<void> {
  await near.bring([...covers].flatMap((ref) => [ofKey(ref), toKey(ref)]))
  const bare = near.statements
    .flatMap(mentionsOf)
    .filter(({ ref, scope }) => scope === 'bare' && covers.has(ref))
  const all = new Set([...namesOfAll(covers), ...bare.flatMap(namesOf)])
  // Nothing is looked up by a generic name: its own project alone may mean it.
  const names = new Set([...all].filter((name) => !isGeneric(name)))
  const generic = [...covers].filter(hasGenericName)
  await near.bring([...names].flatMap((name) => [bareKey(name), isKey(name)]))
  // Refs that may turn out to be other names of something here: only if all that name them mean the same.
  const lookedUp = new Set([
    ...mentionsAt(near, [...names].map(bareKey), names).map(({ ref }) => ref),
    ...generic.flatMap(siblings),
    ...near.statements.flatMap(({ statement: { subject, settled } }) =>
      settled && covers.has(subject.ref) ? settled.aliases.map(({ ref }) => apiOf(ref) ?? ref) : [],
    ),
  ])
  await near.bring([...lookedUp].flatMap((ref) => [ofKey(ref), toKey(ref)]))

  const here = (mention: Mention) => {
    const base = baseMention(mention)
    const { ref, scope } = base
    return (
      covers.has(mention.ref) ||
      covers.has(ref) ||
      lookedUp.has(ref) ||
      (scope === 'bare' && (mayMean(mention, names) || ownRefs(base).some((own) => covers.has(own))))
    )
  }
  const asked = near.statements.flatMap(({ statement }) => {
    const subject = subjectOf(statement)
    const others = othersIn(statement)
    const hit = here(subject) ? others : others.filter(here)
    return hit.length > 0 ? [subject, ...hit] : []
  })
  await bringMeanings(near, asked)
  // What nothing describes has candidates of its name, generic or not.
  const undescribed = generic.filter((ref) => !near.at(ofKey(ref)).some(describes(ref)))
  const proposed = new Set([
    ...names,
    ...namesOfAll(undescribed),
    ...bare.filter(({ ref }) => undescribed.includes(ref)).flatMap(namesOf),
  ])
  await near.bring([...proposed].map(isKey))
  await near.bringJoined([...proposed].flatMap(near.named))
}

/** Brings what tells what the mentions mean. */
async function bringMeanings(near: Nearby, mentions: readonly Mention[]): Promise<void> {
  const base = mentions.map(baseMention)
  const bare = base.filter(({ scope }) => scope === 'bare')
  const own = new Set(bare.flatMap(ownRefs))
  const names = new Set(bare.flatMap(namesOf).filter((name) => !isGeneric(name)))
  await near.bring([...[...own].flatMap((ref) => [ofKey(ref), toKey(ref)]), ...[...names].map(isKey)])
  await near.bringJoined([...base.map(({ ref }) => ref), ...own, ...[...names].flatMap(near.named)])
}

function describes(ref: Ref): (located: LocatedStatement) => boolean {
  return ({ statement: { subject, description } }) => description !== undefined && subject.ref === ref
}
