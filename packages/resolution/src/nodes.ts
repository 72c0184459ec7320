import type { Description, LocatedStatement, Mention, Ref, Settled } from '@alidade/model'
import { subjectOf } from './mentions.ts'
import { apiOf, type Name, nameOf } from './names.ts'
import type { ByTrust, Standing } from './trust.ts'

/** A ref that statements speak of, apart from operations and versions: those follow their API. */
export interface Node {
  readonly ref: Ref
  /** Where it is described best; undefined while nothing describes it. */
  best: Standing | undefined
  /** The sources that describe it, each once. */
  readonly sources: string[]
  /** Whether something names it as what its own project defines. */
  defined: boolean
  /** Whether something names it by more than a bare name. */
  whole: boolean
  /** Whether an export that was read back tells it from all else that it tells of. */
  settled: boolean
  /** Filled by `join`: what an export says it answers for, where the two can't be one. */
  answersFor: Node | undefined
  /** Filled by `join`: what it is one with, itself included; undefined while it is alone. */
  cluster: Cluster | undefined
  /** What people say it is not. */
  readonly not: Node[]
}

/** Refs that are one thing. */
export interface Cluster {
  readonly nodes: Node[]
  /** Whose ref stands: the most trusted. Filled once all is joined. */
  head: Node
  readonly sources: Set<string>
  /** What joined them, in the order in which it did. */
  readonly joins: Join[]
}

export interface Join {
  readonly a: Node
  readonly b: Node
  readonly reason: string
}

/** What descriptions say about what is one thing with what. */
export interface Nodes {
  readonly of: ReadonlyMap<Ref, Node>
  /** The node of a ref, made when there is none. */
  node(ref: Ref): Node
  readonly identities: ReadonlyMap<string, readonly Identified[]>
  readonly sameAs: readonly Join[]
  /** What an export says answers for what it tells of. */
  readonly settled: readonly Join[]
  /** The described nodes of a name. */
  readonly named: ReadonlyMap<Name, readonly Node[]>
}

export interface Identified {
  readonly node: Node
  readonly source: string
}

/** The refs of all statements, in any order. */
export function nodesOf(statements: Iterable<LocatedStatement>, byTrust: ByTrust): Nodes {
  const of = new Map<Ref, Node>()
  const identities = new Map<string, Identified[]>()
  const named = new Map<Name, Node[]>()
  const sameAs: Join[] = []
  const settled: Join[] = []
  const node = (ref: Ref): Node => {
    const known = of.get(ref)
    if (known) return known
    const made: Node = {
      ref,
      best: undefined,
      sources: [],
      defined: false,
      whole: false,
      settled: false,
      answersFor: undefined,
      cluster: undefined,
      not: [],
    }
    of.set(ref, made)
    return made
  }
  const describe = (it: Node, { source, file }: LocatedStatement, description: Description) => {
    const { line, confidence } = description
    if (!it.best) put(named, nameOf(it.ref), it)
    const standing = { source, file, line, confidence }
    if (!it.best || byTrust(standing, it.best) < 0) it.best = standing
    if (!it.sources.includes(source)) it.sources.push(source)
    for (const identity of description.identities) put(identities, identity, { node: it, source })
    for (const { ref, reason } of description.sameAs) {
      if (!apiOf(ref)) sameAs.push({ a: it, b: node(ref), reason })
    }
  }
  const settle = (it: Node, { aliases }: Settled) => {
    it.settled = true
    for (const { ref, reason } of aliases) {
      if (!apiOf(ref)) settled.push({ a: it, b: node(ref), reason })
    }
  }
  const mention = ({ ref, scope }: Mention) => {
    const it = node(apiOf(ref) ?? ref)
    if (scope === 'local') it.defined = true
    if (scope !== 'bare') it.whole = true
  }
  for (const located of statements) {
    const { subject, description, relations, ...rest } = located.statement
    mention(subjectOf(located.statement))
    if (description && !apiOf(subject.ref)) describe(node(subject.ref), located, description)
    if (rest.settled && !apiOf(subject.ref)) settle(node(subject.ref), rest.settled)
    for (const { other } of relations) mention(other)
  }
  return { of, node, identities, sameAs, settled, named }
}

function put<Key, Value>(lists: Map<Key, Value[]>, key: Key | undefined, value: Value): void {
  if (key === undefined) return
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
