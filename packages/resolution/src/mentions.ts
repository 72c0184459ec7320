import type { Alias, LocatedStatement, Mention, Ref, Statement } from '@alidade/model'
import { apiOf, type Name, nameOf, namesOf } from './names.ts'

/** A mention as far as it is looked up: that of the API for what belongs to one. */
export function baseMention(mention: Mention): Mention {
  const api = apiOf(mention.ref)
  return api ? apiMention(mention, api) : mention
}

/** Who names an operation names its API in the same breath, as far as it is known. */
export function apiMention({ scope }: Pick<Mention, 'scope'>, api: Ref): Mention {
  return { ref: api, name: api.slice(api.indexOf('/') + 1), scope, kinds: ['Api'] }
}

/** Whether a mention may mean something with one of the names. */
export function mayMean(mention: Mention, names: ReadonlySet<Name>): boolean {
  const base = baseMention(mention)
  if (base.scope === 'bare') return namesOf(base).some((name) => names.has(name))
  const name = nameOf(base.ref)
  return name !== undefined && names.has(name)
}

/** What is described is what it is called: nothing is looked up. */
export function subjectOf({ subject, description }: Statement): Mention {
  return description && subject.scope === 'bare' ? { ...subject, scope: 'full' } : subject
}

/** What a statement says is the same thing as its subject. */
export function sameAsIn({ description, settled }: Statement): readonly Alias[] {
  if (!settled) return description?.sameAs ?? []
  return [...(description?.sameAs ?? []), ...settled.aliases]
}

/** All that a statement names, its subject first, as far as it is looked up. */
export function mentionsOf({ statement }: LocatedStatement): Mention[] {
  return [subjectOf(statement), ...othersIn(statement)].map(baseMention)
}

/** What a statement names beside its subject: an export names what answers for it as well. */
export function othersIn({ relations, settled }: Statement): Mention[] {
  const others = relations.map(({ other }) => other)
  if (!settled) return others
  return [...others, ...settled.aliases.map(({ ref }): Mention => ({ ref, name: '', scope: 'full' }))]
}

/** The names of the refs, and of the APIs that they belong to. */
export function namesOfAll(refs: Iterable<Ref>): ReadonlySet<Name> {
  return new Set([...refs].flatMap((ref) => nameOf(apiOf(ref) ?? ref) ?? []))
}

/** The mentions in the statements at some keys that may mean something with one of the names. */
export function mentionsAt(
  { at }: { at(key: string): readonly LocatedStatement[] },
  keys: readonly string[],
  names: ReadonlySet<Name>,
): readonly Mention[] {
  return keys.flatMap((key) =>
    at(key)
      .flatMap(mentionsOf)
      .filter((mention) => mayMean(mention, names)),
  )
}
