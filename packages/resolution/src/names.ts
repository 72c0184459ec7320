import { type Kind, kindOfRef, kinds, type Mention, type Ref } from '@alidade/model'
import { genericNames } from './generic-names.ts'

/** Text that is the same for things that one name may mean: `service:redis`. */
export type Name = string & { readonly __brand: 'Name' }

/**
 * Kinds within which a name is looked up and proposed: whether a host is a Service or a Resource is often known to one
 * side only; everything else is a family of its own.
 */
function familyOf(kind: Kind): string {
  return kind === 'Resource' ? 'service' : kind.toLowerCase()
}

/** The API that an operation or a contract version belongs to; undefined for anything else. */
export function apiOf(ref: Ref): Ref | undefined {
  // Asked of every mention: most are of no API.
  if (!ref.startsWith('api:')) return undefined
  const sign = ref.search(/[#@]/)
  return sign < 0 ? undefined : (ref.slice(0, sign) as Ref)
}

/** The same operation or version at another API. */
export function atApi(ref: Ref, api: Ref): Ref {
  return `${api}${ref.slice(ref.search(/[#@]/))}` as Ref
}

/**
 * What a ref is looked up by: its family and its name, whatever its namespace. It comes from the ref alone, so that an
 * export that is read back finds the same. What belongs to an API has none: it follows its API.
 */
export function nameOf(ref: Ref): Name | undefined {
  if (apiOf(ref)) return undefined
  const colon = ref.indexOf(':')
  const kind = ref.slice(0, colon)
  return `${kind === 'resource' ? 'service' : kind}:${ref.slice(ref.indexOf('/', colon) + 1)}` as Name
}

/** The family that a ref's kind belongs to. */
export function familyOfRef(ref: Ref): string {
  return familyOf(kindOfRef(ref))
}

/** What follows the family in a name. */
function bareName(name: Name): string {
  return name.slice(name.indexOf(':') + 1)
}

/** What stands before the slash, without the kind. */
export function namespaceOf(ref: Ref): string {
  return ref.slice(ref.indexOf(':') + 1, ref.indexOf('/'))
}

/** What a mention may be: what it says, else what its ref says. */
export function kindsOf({ kinds, ref }: Pick<Mention, 'kinds' | 'ref'>): readonly Kind[] {
  return kinds ?? [kindOfRef(ref)]
}

/** The names by which a bare mention is looked up or proposed: one for each family that it may be of. */
export function namesOf(mention: Pick<Mention, 'kinds' | 'ref'>): readonly Name[] {
  const own = nameOf(mention.ref)
  if (!own) return []
  const families = new Set(kindsOf(mention).map(familyOf))
  const others = [...families].map((family) => `${family}:${bareName(own)}` as Name)
  return [...new Set([own, ...others])]
}

/** The refs by which the project of a bare mention may have what it means, the mention's own first. */
export function ownRefs(mention: Pick<Mention, 'kinds' | 'ref'>): readonly Ref[] {
  const rest = mention.ref.slice(mention.ref.indexOf(':'))
  return [...new Set([mention.ref, ...kindsOf(mention).map((kind) => `${kind.toLowerCase()}${rest}` as Ref)])]
}

/** Whether a name tells nothing, because so many projects use it. */
export function isGeneric(name: Name): boolean {
  return genericNames.has(bareName(name))
}

export function hasGenericName(ref: Ref): boolean {
  const name = nameOf(ref)
  return name !== undefined && isGeneric(name)
}

/** The refs of every kind in the namespace and with the name of a ref: what a bare mention of one may mean. */
export function siblings(ref: Ref): readonly Ref[] {
  const rest = ref.slice(ref.indexOf(':'))
  return kinds.map((kind) => `${kind.toLowerCase()}${rest}` as Ref)
}

/** In the order of the alphabet by code unit, the same on every machine. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
