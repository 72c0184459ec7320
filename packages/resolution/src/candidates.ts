import { type Candidate, kindOfRef, type Ref } from '@alidade/model'
import type { EntityDraft } from './drafts.ts'
import { areOne, areRuledApart, headOf, togetherWith } from './join.ts'
import { apiOf, familyOfRef, inOrder, isGeneric, kindsOf, type Name, nameOf, namesOf } from './names.ts'
import type { Node } from './nodes.ts'
import { identityReason, sameName } from './reasons.ts'
import type { World } from './world.ts'

/** More than a person would look through are no help. */
const mostCandidates = 20

/** Gives what an entity may be as well, by ref: nothing that is ruled out, nor what belongs to an API. */
export function candidatesBy({ nodes, lookUp }: World): (draft: EntityDraft) => readonly Candidate[] {
  const identitiesOf = new Map<Node, string[]>()
  for (const [identity, those] of nodes.identities) {
    if (those.length < 2) continue
    for (const node of new Set(those.map((it) => headOf(it.node)))) {
      identitiesOf.set(node, [...(identitiesOf.get(node) ?? []), identity])
    }
  }

  const sharing = (node: Node): readonly Candidate[] =>
    (identitiesOf.get(node) ?? []).sort(inOrder).flatMap((identity) => {
      const those = (nodes.identities.get(identity) ?? [])
        .filter((it) => familyOfRef(it.node.ref) === familyOfRef(node.ref))
        .map((it) => headOf(it.node))
      const reason = identityReason(identity)
      return first([...new Set(those)].sort(byRef), node).map(({ ref }) => ({ ref, reason }))
    })

  const alike = (node: Node): readonly Candidate[] => {
    const names = new Set(togetherWith(node).flatMap(({ ref }) => nameOf(ref) ?? []))
    return [...names].flatMap((name) => {
      if (isGeneric(name)) return []
      const those = lookUp.named(name)
      if (those.length < 2) return []
      return first(those.filter(couldBe(node)), node).map(({ ref }) => ({ ref, reason: sameName }))
    })
  }

  const likely = ({ node, bare }: EntityDraft): readonly Candidate[] => {
    const own = togetherWith(node).map(({ ref }) => ({ ref }))
    const names = new Map<Name, Set<string>>()
    for (const mention of [...own, ...bare]) {
      for (const name of namesOf(mention)) {
        names.set(name, new Set([...(names.get(name) ?? []), ...kindsOf(mention)]))
      }
    }
    return [...names].flatMap(([name, kinds]) => {
      const those = lookUp.named(name).filter(({ ref }) => kinds.has(kindOfRef(ref)))
      return first(those, node).map(({ ref }) => ({ ref, reason: sameName }))
    })
  }

  return (draft) => {
    if (apiOf(draft.ref)) return []
    const { node } = draft
    return once(node.best ? [...sharing(node), ...alike(node)] : likely(draft))
  }
}

/** Of the same kind, and not described by a source that describes both: that one knows them apart. */
function couldBe(node: Node): (other: Node) => boolean {
  const kind = kindOfRef(node.ref)
  const sources = new Set(togetherWith(node).flatMap((each) => each.sources))
  return (other) =>
    kindOfRef(other.ref) === kind &&
    !togetherWith(other).some((each) => each.sources.some((source) => sources.has(source)))
}

/** The first by ref that are something else and not ruled out. */
function first(sorted: readonly Node[], node: Node): readonly Node[] {
  const found: Node[] = []
  for (const other of sorted) {
    if (found.length === mostCandidates) break
    if (!areOne(node, other) && !areRuledApart(node, other)) found.push(other)
  }
  return found
}

/** By ref, each with the first reason. */
function once(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length === 0) return candidates
  const byItsRef = new Map<Ref, Candidate>()
  for (const candidate of candidates) {
    if (!byItsRef.has(candidate.ref)) byItsRef.set(candidate.ref, candidate)
  }
  return [...byItsRef.values()].sort(byRef).slice(0, mostCandidates)
}

function byRef(a: { readonly ref: Ref }, b: { readonly ref: Ref }): number {
  return inOrder(a.ref, b.ref)
}
