import type { LocatedStatement, Ref, Ruling } from '@alidade/model'
import { idKey, inKey, isKey, keysOf, ofKey } from './keys.ts'
import { sameAsIn } from './mentions.ts'
import { apiOf, type Name, nameOf } from './names.ts'
import { ruledTogether } from './rulings.ts'

export type ByKey = (keys: readonly string[]) => Promise<readonly LocatedStatement[]>

/** Those of all statements that were brought so far. */
export interface Nearby {
  /** Each once, in the order in which they came. */
  readonly statements: readonly LocatedStatement[]
  /** All that have the key; it must have been brought before. */
  at(key: string): readonly LocatedStatement[]
  /** Brings all statements that have one of the keys: one question for all that were not asked before. */
  bring(keys: Iterable<string>): Promise<void>
  /** The refs with the name that rulings speak of. */
  ruledNamed(name: Name): readonly Ref[]
  /** The described refs that have the name, by themselves or by what they are the same as; they must have been brought. */
  named(name: Name): readonly Ref[]
  /**
   * Brings everything that may be one thing with one of the refs.
   * @returns these refs and all that may be one with them, step by step
   */
  bringJoined(refs: Iterable<Ref>): Promise<ReadonlySet<Ref>>
}

const none: readonly LocatedStatement[] = []

export function nearby(byKey: ByKey, rulings: readonly Ruling[]): Nearby {
  const together = ruledTogether(rulings)
  const ruled = Map.groupBy(together.keys(), nameOf)
  const statements: LocatedStatement[] = []
  const index = new Map<string, LocatedStatement[]>()
  const asked = new Set<string>()
  const texts = new Set<string>()

  const at = (key: string) => {
    if (!asked.has(key)) throw new Error(`${key} was not brought`)
    return index.get(key) ?? none
  }

  const take = (located: LocatedStatement) => {
    // One that comes by two keys is another object each time.
    const text = `${located.source}\n${located.file}\n${JSON.stringify(located.statement)}`
    if (texts.has(text)) return
    texts.add(text)
    statements.push(located)
    for (const key of keysOf(located)) {
      const list = index.get(key)
      if (list) list.push(located)
      else index.set(key, [located])
    }
  }

  const bring = async (keys: Iterable<string>) => {
    const fresh = [...new Set(keys)].filter((key) => !asked.has(key))
    if (fresh.length === 0) return
    for (const located of await byKey(fresh)) take(located)
    for (const key of fresh) asked.add(key)
  }

  /** What may be one with the ref at once; all that is needed to tell must have been brought. */
  const neighbours = (ref: Ref): Ref[] => {
    const found = [...(together.get(ref) ?? [])]
    for (const located of at(ofKey(ref))) {
      const { subject, description, settled } = located.statement
      if (!description && !settled) continue
      found.push(subject.ref)
      if (subject.ref !== ref) continue
      for (const alias of sameAsIn(located.statement)) found.push(alias.ref)
      if (!description) continue
      for (const identity of description.identities) found.push(...subjectsAt(at(idKey(identity))))
      const inRepository = inKey(located.source, ref)
      if (inRepository) found.push(...subjectsAt(at(inRepository)))
    }
    return found.filter((other) => !apiOf(other))
  }

  const bringJoined = async (refs: Iterable<Ref>) => {
    const all = new Set([...refs].map((ref) => apiOf(ref) ?? ref))
    let fresh = [...all]
    while (fresh.length > 0) {
      await bring(fresh.map(ofKey))
      await bring(fresh.flatMap((ref) => at(ofKey(ref)).flatMap(joiningKeys)))
      const next = fresh.flatMap(neighbours).filter((ref) => !all.has(ref))
      fresh = [...new Set(next)]
      for (const ref of fresh) all.add(ref)
    }
    return all
  }

  const ruledNamed = (name: Name) => ruled.get(name) ?? []
  const named = (name: Name) => [...ruledNamed(name), ...subjectsAt(at(isKey(name)))]

  return { statements, at, bring, ruledNamed, named, bringJoined }
}

/** The keys of what may be one with the statement's subject. */
function joiningKeys({ source, statement: { subject, description } }: LocatedStatement): string[] {
  if (!description) return []
  const inRepository = inKey(source, subject.ref)
  return [...(inRepository ? [inRepository] : []), ...description.identities.map(idKey)]
}

export function subjectsAt(statements: readonly LocatedStatement[]): Ref[] {
  return statements.map(({ statement }) => statement.subject.ref)
}
