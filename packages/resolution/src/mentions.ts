import type { LocatedStatement, Mention, Ref } from '@alidade/model'
import { apiMention } from './keys.ts'
import { apiOf, type Name, nameOf, namesOf } from './names.ts'

/** A mention as far as it is looked up: that of the API for what belongs to one. */
export function baseMention(mention: Mention): Mention {
  const api = apiOf(mention.ref)
  return api ? apiMention(mention, api) : mention
}

/** Whether a mention may mean something with one of the names. */
export function mayMean(mention: Mention, names: ReadonlySet<Name>): boolean {
  const base = baseMention(mention)
  if (base.scope === 'bare') return namesOf(base).some((name) => names.has(name))
  const name = nameOf(base.ref)
  return name !== undefined && names.has(name)
}

/** All that a statement names, its subject first, as far as it is looked up. */
export function mentionsOf({ statement: { subject, relations } }: LocatedStatement): Mention[] {
  return [subject, ...relations.map(({ other }) => other)].map(baseMention)
}

/** The names of the refs, and of the APIs that they belong to. */
export function namesOfAll(refs: Iterable<Ref>): ReadonlySet<Name> {
  return new Set([...refs].flatMap((ref) => nameOf(apiOf(ref) ?? ref) ?? []))
}
