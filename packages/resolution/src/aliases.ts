import type { Alias, Ref } from '@alidade/model'
import type { Drafts, EntityDraft } from './drafts.ts'
import { areOne, areRuledApart, togetherWith } from './join.ts'
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
  const found = ({ ref, node, others }: EntityDraft): readonly Alias[] => {
    if (apiOf(ref))
      return operationAliases(ref, node, others, (api) => meant.get(api) === node && !standsAlone(api))
    const refs = lookedUp.get(ref)
    if (!node.cluster && !refs) return []
    const found = (refs ?? []).sort(inOrder).slice(0, mostLookedUp)
    const looked = found.map((alias) => ({ ref: alias, reason: lookUpReason(alias, ref) }))
    return [...joined(node), ...looked].sort(byRef)
  }
  /** Whether what an export says still holds: not where the ref is a thing of its own by now, or is ruled out. */
  const answersFor = (ref: Ref, { ref: own, node }: EntityDraft): boolean => {
    const api = apiOf(ref)
    if ((api ? atApi(ref, node.ref) : node.ref) !== own) return false
    const it = nodes.node(api ?? ref)
    if (areOne(it, node)) return true
    if (standsAlone(it.ref) || it.settled) return false
    const said = meant.get(it.ref)
    if (said === null || (said && said !== node)) return false
    if (api) return !togetherWith(node).some(({ not }) => not.includes(it))
    return it.answersFor !== undefined && areOne(it.answersFor, node) && !areRuledApart(it, node)
  }
  return (draft) => {
    const settled = draft.settled.filter(({ ref }) => ref !== draft.ref && answersFor(ref, draft))
    if (settled.length === 0) return found(draft)
    const all = new Map([...settled.sort(byReason), ...found(draft)].toReversed().map((it) => [it.ref, it]))
    return [...all.values()].sort(byRef)
  }
}

function byRef(a: Alias, b: Alias): number {
  return inOrder(a.ref, b.ref)
}

function byReason(a: Alias, b: Alias): number {
  return byRef(a, b) || inOrder(a.reason, b.reason)
}

function lookUpReason(alias: Ref, ref: Ref): string {
  return namespaceOf(alias) === namespaceOf(ref) ? ownName : onlyOne
}

function operationAliases(
  ref: Ref,
  node: Node,
  others: ReadonlySet<Ref>,
  isLookedUp: (api: Ref) => boolean,
): readonly Alias[] {
  const reasons = new Map(joined(node).map((alias) => [alias.ref, alias.reason]))
  return [...others].sort(inOrder).flatMap((other) => {
    const api = apiOf(other)
    if (!api || atApi(other, node.ref) !== ref) return []
    const reason = reasons.get(api) ?? (isLookedUp(api) ? onlyOne : undefined)
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
