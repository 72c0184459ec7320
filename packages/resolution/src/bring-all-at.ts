import type { Mention, Ref } from '@alidade/model'
import { genericNames } from './generic-names.ts'
import { bareKey, isKey, ofKey, toKey } from './keys.ts'
import { baseMention, mayMean, mentionsOf, namesOfAll, subjectOf } from './mentions.ts'
import { bareName, namesOf, ownRefs } from './names.ts'
import type { Nearby } from './nearby.ts'

/** Brings every statement that speaks of these refs, and what tells who else these statements speak of. */
export async function bringAllAt(near: Nearby, covers: ReadonlySet<Ref>): Promise<void> {
  await near.bring([...covers].flatMap((ref) => [ofKey(ref), toKey(ref)]))
  const bare = near.statements
    .flatMap(mentionsOf)
    .filter(({ ref, scope }) => scope === 'bare' && covers.has(ref))
  const names = new Set([...namesOfAll(covers), ...bare.flatMap(namesOf)])
  await near.bring([...names].flatMap((name) => [bareKey(name), isKey(name)]))
  // Refs that may turn out to be other names of something here: only if all that name them mean the same.
  const lookedUp = new Set(
    [...names].flatMap((name) =>
      near
        .at(bareKey(name))
        .flatMap(mentionsOf)
        .filter((mention) => mayMean(mention, names))
        .map(({ ref }) => ref),
    ),
  )
  await near.bring([...lookedUp].flatMap((ref) => [ofKey(ref), toKey(ref)]))

  const here = (mention: Mention) => {
    const { ref, scope } = baseMention(mention)
    return (
      covers.has(mention.ref) ||
      covers.has(ref) ||
      lookedUp.has(ref) ||
      (scope === 'bare' && mayMean(mention, names))
    )
  }
  const asked = near.statements.flatMap(({ statement }) => {
    const subject = subjectOf(statement)
    const others = statement.relations.map(({ other }) => other)
    const hit = here(subject) ? others : others.filter(here)
    return hit.length > 0 ? [subject, ...hit] : []
  })
  await bringMeanings(near, asked)
  await near.bringJoined([...names].flatMap(near.named))
}

/** Brings what tells what the mentions mean. */
async function bringMeanings(near: Nearby, mentions: readonly Mention[]): Promise<void> {
  const base = mentions.map(baseMention)
  const bare = base.filter(({ scope }) => scope === 'bare')
  const own = new Set(bare.flatMap(ownRefs))
  const names = new Set(bare.flatMap(namesOf).filter((name) => !genericNames.has(bareName(name))))
  await near.bring([...[...own].flatMap((ref) => [ofKey(ref), toKey(ref)]), ...[...names].map(isKey)])
  await near.bringJoined([...base.map(({ ref }) => ref), ...own, ...[...names].flatMap(near.named)])
}
