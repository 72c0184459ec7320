import type { LocatedStatement, Ref, Ruling } from '@alidade/model'
import { sameAsIn } from './mentions.ts'
import { apiOf, atApi, nameOf } from './names.ts'
import type { Touched } from './touched.ts'

/**
 * The refs with what belongs to the APIs among them, under every ref that such an API may have or have had.
 * @param statements all that speak of the refs
 */
export function withOperations(
  refs: ReadonlySet<Ref>,
  statements: Iterable<LocatedStatement>,
  touched: Touched,
  rulings: readonly Ruling[],
): ReadonlySet<Ref> {
  const all = new Set(refs)
  let groups: ReadonlyMap<Ref, ReadonlySet<Ref>> | undefined
  const add = (ref: Ref) => {
    const api = apiOf(ref)
    if (!api || !refs.has(api)) return
    groups ??= sameBeforeOrAfter(refs, statements, [
      ...touched.pairs,
      ...rulings.map(({ a, b }) => [a, b] as const),
    ])
    for (const other of groups.get(api) ?? [api]) all.add(atApi(ref, other))
  }
  for (const ref of [...touched.subjects, ...touched.others]) add(ref)
  for (const { statement } of statements) {
    add(statement.subject.ref)
    for (const { other } of statement.relations) add(other.ref)
  }
  for (const ref of [...touched.subjects, ...touched.others]) if (apiOf(ref)) all.add(ref)
  return all
}

/** The APIs that may be or have been one, for each. */
function sameBeforeOrAfter(
  refs: ReadonlySet<Ref>,
  statements: Iterable<LocatedStatement>,
  pairs: Touched['pairs'],
): ReadonlyMap<Ref, ReadonlySet<Ref>> {
  const groups = new Map<string, Set<string>>()
  const unite = (a: string, b: string) => {
    const [one, other] = [groups.get(a) ?? new Set([a]), groups.get(b) ?? new Set([b])]
    for (const member of other) one.add(member)
    for (const member of one) groups.set(member, one)
  }
  for (const [api, other] of pairs) unite(api, other)
  for (const ref of refs) if (isApi(ref)) unite(ref, nameOf(ref) ?? ref)
  for (const { statement } of statements) {
    const { subject, description } = statement
    if (!isApi(subject.ref)) continue
    for (const identity of description?.identities ?? []) unite(subject.ref, identity)
    for (const { ref } of sameAsIn(statement)) unite(subject.ref, ref)
  }
  const covered = (member: string): member is Ref => refs.has(member as Ref)
  return new Map(
    [...refs].flatMap((ref) => {
      const group = groups.get(ref)
      return group ? [[ref, new Set([...group].filter(covered))] as const] : []
    }),
  )
}

function isApi(ref: Ref): boolean {
  return ref.startsWith('api:') && !apiOf(ref)
}
