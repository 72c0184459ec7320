import type { Alias, Ref } from '@alidade/model'
import type { Drafts, EntityDraft } from './drafts.ts'
import { apiOf, atApi, inOrder, namespaceOf } from './names.ts'
import type { Node } from './nodes.ts'
import { onlyOne, ownName } from './reasons.ts'
import type { World } from './world.ts'

/** A name that many projects look something up by would make a list of them all: no entity keeps more of these. */
const mostLookedUp = 100

/** Gives the other refs that answer for an entity, by ref, each with the reason. */
export function aliasesBy({ meant }: Drafts, { nodes }: World): (draft: EntityDraft) => readonly Alias[] {
  const lookedUp = new Map<Ref, Ref[]>()
  const standsAlone = (ref: Ref) => {
    const { whole, best, cluster } = nodes.node(ref)
    return whole || best !== undefined || cluster !== undefined
  }
  for (const [ref, node] of meant) {
    if (!node || standsAlone(ref)) continue
    const refs = lookedUp.get(node.ref)
    if (refs) refs.push(ref)
    else lookedUp.set(node.ref, [ref])
  }
  return ({ ref, node, others }) => {
    if (apiOf(ref)) return operationAliases(ref, node, others, standsAlone)
    const refs = lookedUp.get(ref)
    if (!node.cluster && !refs) return []
    const found = (refs ?? []).sort(inOrder).slice(0, mostLookedUp)
    const looked = found.map((alias) => ({ ref: alias, reason: lookUpReason(alias, ref) }))
    return [...joined(node), ...looked].sort((a, b) => inOrder(a.ref, b.ref))
  }
}

function lookUpReason(alias: Ref, ref: Ref): string {
  return namespaceOf(alias) === namespaceOf(ref) ? ownName : onlyOne
}

function operationAliases(
  ref: Ref,
  node: Node,
  others: ReadonlySet<Ref>,
  standsAlone: (ref: Ref) => boolean,
): readonly Alias[] {
  const reasons = new Map(joined(node).map((alias) => [alias.ref, alias.reason]))
  return [...others].sort(inOrder).flatMap((other) => {
    const api = apiOf(other)
    if (!api || atApi(other, node.ref) !== ref) return []
    const reason = reasons.get(api) ?? (standsAlone(api) ? undefined : onlyOne)
    return reason === undefined ? [] : [{ ref: other, reason }]
  })
}

/** The reason of each is what joined it, on the way from the ref that stands. */
function joined({ cluster }: Node): readonly Alias[] {
  if (!cluster) return []
  const aliases: Alias[] = []
  const reached = new Set([cluster.head])
  for (const node of reached) {
    for (const { a, b, reason } of cluster.joins) {
      const next = a === node ? b : b === node ? a : undefined
      if (!next || reached.has(next)) continue
      reached.add(next)
      aliases.push({ ref: next.ref, reason })
    }
  }
  return aliases
}
