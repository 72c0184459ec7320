import type { LocatedStatement, Mention, Ref, Ruling } from '@alidade/model'
import { apiMention, othersIn, sameAsIn, subjectOf } from './mentions.ts'
import { apiOf, type Name, nameOf, namesOf } from './names.ts'
import { repositoryOf } from './source-names.ts'

/** Statements with the ref as subject, and descriptions that say they are the same as it. */
export const ofKey = (ref: Ref) => `of:${ref}`
/** Statements that relate their subject to the ref, and those that name something of the API that it is. */
export const toKey = (ref: Ref) => `to:${ref}`
/** Descriptions of something with the name, or of something that is the same as a thing with the name. */
export const isKey = (name: Name) => `is:${name}`
/** Statements that name something with the name, by a whole or a local ref, without describing it. */
export const asKey = (name: Name) => `as:${name}`
/** Statements with a bare mention that may mean the name. */
export const bareKey = (name: Name) => `bare:${name}`
/** Descriptions with the identity. */
export const idKey = (identity: string) => `id:${identity}`

/** Descriptions of something of the ref's family and name in the repository that a source reads; none for `manual`. */
export function inKey(source: string, ref: Ref): string | undefined {
  const repository = repositoryOf(source)
  const name = nameOf(ref)
  return repository === undefined || name === undefined ? undefined : `in:${repository}\n${name}`
}
/** Descriptions that make one API the same as another: operations follow them, and again when they are gone. */
const pairKey = (api: Ref, other: string) => `pair:${api}\n${other}`

/**
 * The keys by which the store finds a statement again, each once. They are opaque to it: `resolveAround` asks for
 * statements by them, and takes those of statements that came or went.
 */
export function keysOf({
  source,
  statement,
}: Pick<LocatedStatement, 'source' | 'statement'>): readonly string[] {
  const { description } = statement
  const subject = subjectOf(statement)
  const keys = new Set([ofKey(subject.ref)])
  const isApi = subject.ref.startsWith('api:')
  const name = description && nameOf(subject.ref)
  if (name) keys.add(isKey(name))
  else addNames(keys, subject)
  if (description) {
    const inRepository = inKey(source, subject.ref)
    if (inRepository) keys.add(inRepository)
    for (const identity of description.identities) {
      keys.add(idKey(identity))
      if (isApi) keys.add(pairKey(subject.ref, identity))
    }
  }
  for (const { ref } of sameAsIn(statement)) {
    addSameAs(keys, ref)
    if (isApi) keys.add(pairKey(subject.ref, ref))
  }
  for (const other of othersIn(statement)) {
    keys.add(toKey(other.ref))
    addNames(keys, other)
  }
  return [...keys]
}

function addSameAs(keys: Set<string>, ref: Ref): void {
  const [name, api] = [nameOf(ref), apiOf(ref)]
  keys.add(ofKey(ref))
  if (name) keys.add(isKey(name))
  if (api) keys.add(toKey(api))
}

function addNames(keys: Set<string>, mention: Mention): void {
  const api = apiOf(mention.ref)
  if (api) {
    keys.add(toKey(api))
    addNames(keys, apiMention(mention, api))
  } else if (mention.scope === 'bare') {
    for (const name of namesOf(mention)) keys.add(bareKey(name))
  } else {
    const name = nameOf(mention.ref)
    if (name) keys.add(asKey(name))
  }
}

/** The keys that a ruling touches when it is given or taken back. */
export function keysOfRuling({ a, b }: Pick<Ruling, 'a' | 'b'>): readonly string[] {
  const keys = [a, b].flatMap((ref) => {
    const name = nameOf(ref)
    return name ? [ofKey(ref), isKey(name)] : [ofKey(ref)]
  })
  return [...keys, pairKey(a, b)]
}
