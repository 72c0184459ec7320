import { kindOfRef, type Mention } from '@alidade/model'
import { areRuledApart, headOf } from './join.ts'
import { apiMention } from './mentions.ts'
import { apiOf, isGeneric, kindsOf, type Name, nameOf, namesOf, ownRefs } from './names.ts'
import type { Node, Nodes } from './nodes.ts'

/** What mentions mean. */
export interface LookUp {
  /** What a mention means: the node that stands for it; of an operation, that of its API. */
  meaning(mention: Mention): Node
  /** The described things that have a name, each by the node that stands for it, by ref. */
  named(name: Name): readonly Node[]
}

const nothing: readonly Node[] = []

export function lookUpIn(nodes: Nodes): LookUp {
  const known = new Map<string, Node>()
  const things = new Map<Name, readonly Node[]>()
  const also = alsoNamed(nodes)
  const named = (name: Name): readonly Node[] => {
    const own = nodes.named.get(name)
    const others = also.get(name)
    if (!own && !others) return nothing
    const found = things.get(name)
    if (found) return found
    const heads = [...new Set([...(own ?? nothing), ...(others ?? nothing)].map(headOf))]
    const sorted = heads.sort((a, b) => (a.ref < b.ref ? -1 : 1))
    things.set(name, sorted)
    return sorted
  }
  const bare = (mention: Mention): Node => {
    const id = `${mention.ref}\n${mention.kinds}`
    const found =
      known.get(id) ?? headOf(own(nodes, mention) ?? onlyOne(nodes.node(mention.ref), mention, named))
    known.set(id, found)
    return found
  }
  return {
    named,
    meaning(mention) {
      const api = apiOf(mention.ref)
      if (mention.scope !== 'bare') return headOf(nodes.node(api ?? mention.ref))
      return bare(api ? apiMention(mention, api) : mention)
    },
  }
}

/** What the mention's own project has under the name. */
function own({ of }: Nodes, mention: Mention): Node | undefined {
  const refs = ownRefs(mention).flatMap((ref) => of.get(ref) ?? [])
  return refs.find((node) => headOf(node).best) ?? refs.find(({ defined, cluster }) => defined || cluster)
}

/** The one thing of the whole graph that has the name, unless the name tells nothing or a person says otherwise. */
function onlyOne(node: Node, mention: Mention, named: (name: Name) => readonly Node[]): Node {
  const kinds = kindsOf(mention)
  const names = namesOf(mention).filter((name) => !isGeneric(name))
  const found = names.flatMap(named).filter(({ ref }) => kinds.includes(kindOfRef(ref)))
  const [one, ...others] = new Set(found)
  return one && others.length === 0 && !areRuledApart(node, one) ? one : node
}

/** Refs that something described has beside those it is described by. */
function alsoNamed({ of }: Nodes): ReadonlyMap<Name, readonly Node[]> {
  const also = new Map<Name, Node[]>()
  for (const node of of.values()) {
    const name = node.best || !node.cluster?.head.best ? undefined : nameOf(node.ref)
    if (name) also.set(name, [...(also.get(name) ?? []), node])
  }
  return also
}
