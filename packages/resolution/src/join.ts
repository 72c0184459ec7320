import type { Ruling } from '@alidade/model'
import { apiOf, familyOfRef, inOrder } from './names.ts'
import type { Cluster, Identified, Join, Node, Nodes } from './nodes.ts'
import { identityReason, nameReason, rulingReason } from './reasons.ts'
import { latestFirst } from './rulings.ts'
import { readerOf, repositoryOf } from './source-names.ts'
import type { ByTrust } from './trust.ts'

/**
 * Joins the nodes that something says are one thing: people's rulings first, the latest before the earlier, then what
 * descriptions say, then what was one in an export, then what can be inferred. The order is that of names and never that of the statements.
 */
export function join(nodes: Nodes, rulings: readonly Ruling[], byTrust: ByTrust): void {
  for (const { a, b, says, ...ruling } of latestFirst(rulings)) {
    if (apiOf(a) || apiOf(b)) continue
    const [one, other] = [nodes.node(a), nodes.node(b)]
    if (says === 'same') unite(one, other, rulingReason(ruling))
    else if (!areOne(one, other)) {
      one.not.push(other)
      other.not.push(one)
    }
  }
  for (const { a, b, reason } of nodes.sameAs.toSorted(byEnds)) unite(a, b, reason)
  for (const { a, b, reason } of nodes.settled.toSorted(byEnds)) {
    if (!isSettled(a) || !isSettled(b)) unite(a, b, reason)
    if (!areOne(a, b)) b.answersFor ??= a
  }
  joinByIdentity(nodes)
  joinByName(nodes)
  const clusters = new Set([...nodes.of.values()].flatMap(({ cluster }) => cluster ?? []))
  for (const cluster of clusters) cluster.head = mostTrusted(cluster.nodes, byTrust)
}

/** What stands for the thing that the node is: its ref is the one that is shown. */
export function headOf(node: Node): Node {
  return node.cluster ? node.cluster.head : node
}

/** Whether the two are one thing. */
export function areOne(a: Node, b: Node): boolean {
  return a === b || (a.cluster !== undefined && a.cluster === b.cluster)
}

/** All that is one thing with the node. */
export function togetherWith(node: Node): readonly Node[] {
  return node.cluster?.nodes ?? [node]
}

/** Whether people say that two things are not one. */
export function areRuledApart(a: Node, b: Node): boolean {
  return togetherWith(a).some(({ not }) => not.some((other) => areOne(other, b)))
}

/** An identity joins unless one source gives it to two things: then it can't tell them apart. */
function joinByIdentity({ identities }: Nodes): void {
  const groups = [...identities].flatMap(([identity, those]) =>
    [...byFamily(those)].map(([family, group]) => ({ key: `${identity}\n${family}`, identity, group })),
  )
  // What is one by what was said comes into this as one, whatever was inferred on the way.
  const joins = groups.flatMap(({ key, identity, group }) =>
    group.length < 2 || isTwice(group) ? [] : [{ key, identity, things: firstOfEach(group) }],
  )
  for (const { identity, things } of joins.sort((a, b) => inOrder(a.key, b.key))) {
    inPairs(things, (a, b) => infer(a, b, identityReason(identity)))
  }
}

function byFamily(those: readonly Identified[]): Map<string, Identified[]> {
  return Map.groupBy(those, ({ node }) => familyOfRef(node.ref))
}

/** The same name in readers of one repository that have it once each; some know a Service by what another has as a Resource. */
function joinByName({ named }: Nodes): void {
  const joins = [...named].flatMap(([name, nodes]) => {
    if (nodes.length < 2) return []
    const those = nodes.flatMap((node) => node.sources.map((source) => ({ node, source })))
    const groups = Map.groupBy(those, ({ source }) => {
      const repository = repositoryOf(source)
      return repository === undefined ? '' : `${repository}\n${name}`
    })
    return [...groups].flatMap(([key, group]) => {
      const once = [...Map.groupBy(group, ({ source }) => source)]
        .filter(([, ofOne]) => !isTwice(ofOne))
        .flatMap(([, ofOne]) => ofOne)
      const things = firstOfEach(once)
      if (key === '' || things.length < 2) return []
      const readers = [...new Set(once.map(({ source }) => readerOf(source)))].sort(inOrder)
      return [{ key, things, reason: nameReason(key.slice(0, key.indexOf('\n')), readers) }]
    })
  })
  for (const { things, reason } of joins.sort((a, b) => inOrder(a.key, b.key))) {
    inPairs(things, (a, b) => infer(a, b, reason))
  }
}

/** Whether one source has two things among these. */
function isTwice(those: readonly Identified[]): boolean {
  const bySource = new Map<string, Node>()
  for (const { node, source } of those) {
    const known = bySource.get(source)
    if (known && !areOne(known, node)) return true
    bySource.set(source, node)
  }
  return false
}

/** One node of each thing, by ref. */
function firstOfEach(those: readonly Identified[]): readonly Node[] {
  const nodes = [...new Set(those.map(({ node }) => node))].sort((a, b) => inOrder(a.ref, b.ref))
  return nodes.filter((node, index) => nodes.findIndex((other) => areOne(other, node)) === index)
}

function inPairs(nodes: readonly Node[], each: (a: Node, b: Node) => void): void {
  nodes.forEach((a, index) => {
    for (const b of nodes.slice(index + 1)) each(a, b)
  })
}

/** Two descriptions of one source are two things, whatever they share; and so are two things of an export. */
function infer(a: Node, b: Node, reason: string): void {
  if (isSettled(a) && isSettled(b)) return
  const [small, large] = [sourcesOf(a), sourcesOf(b)]
  for (const source of small) if (large.has(source)) return
  unite(a, b, reason)
}

function isSettled(node: Node): boolean {
  return togetherWith(node).some(({ settled }) => settled)
}

function sourcesOf(node: Node): ReadonlySet<string> {
  return node.cluster?.sources ?? new Set(node.sources)
}

/** What belongs to an API follows it, so that an API can be one with nothing but an API. */
function unite(a: Node, b: Node, reason: string): void {
  if (areOne(a, b) || areRuledApart(a, b) || isApi(a) !== isApi(b)) return
  const [into, from] = bySize(clusterOf(a), clusterOf(b))
  for (const node of from.nodes) {
    node.cluster = into
    into.nodes.push(node)
  }
  for (const source of from.sources) into.sources.add(source)
  into.joins.push(...from.joins, { a, b, reason })
}

function clusterOf(node: Node): Cluster {
  node.cluster ??= { nodes: [node], head: node, sources: new Set(node.sources), joins: [] }
  return node.cluster
}

function bySize(a: Cluster, b: Cluster): readonly [Cluster, Cluster] {
  return a.nodes.length < b.nodes.length ? [b, a] : [a, b]
}

function byEnds(one: Join, other: Join): number {
  return (
    inOrder(one.a.ref, other.a.ref) || inOrder(one.b.ref, other.b.ref) || inOrder(one.reason, other.reason)
  )
}

function mostTrusted(nodes: readonly Node[], byTrust: ByTrust): Node {
  return nodes.reduce((best, node) => {
    if (node.best && best.best)
      return (byTrust(node.best, best.best) || inOrder(node.ref, best.ref)) < 0 ? node : best
    if (node.best || best.best) return node.best ? node : best
    // Which ref stood in an export is not to be found again from refs alone.
    if (node.settled !== best.settled) return node.settled ? node : best
    return best.ref <= node.ref ? best : node
  })
}

function isApi({ ref }: Node): boolean {
  return ref.startsWith('api:')
}
