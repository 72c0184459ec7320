import {
  type Confidence,
  confidenceRank,
  type Ref,
  type Relation,
  relationHead,
  relationTypes,
} from '@alidade/model'
import { type Graph, surer } from './facts.ts'

/** The same answers as the package gives, read straight off the definitions, however long it takes. */

export interface NaiveDependency {
  readonly from: Ref
  readonly to: Ref
  readonly confidence: Confidence
  readonly via: readonly Ref[]
  readonly relations: readonly Relation[]
}

const confidenceOf = (it: Relation): Confidence => relationHead(it).confidence
const lessSure = (a: Confidence, b: Confidence): Confidence => (confidenceRank(a) > confidenceRank(b) ? a : b)
const surest = (all: readonly Confidence[]): Confidence => all.reduce(surer)

export const isApi = (ref: Ref): boolean => ref.startsWith('api:') && !ref.includes('#')
export const isOperation = (ref: Ref): boolean => ref.includes('#')
export const baseOf = (ref: Ref): Ref => ref.split('#')[0] as Ref

const isUse = ({ type, to }: Relation): boolean =>
  type === 'CONSUMES' || (type === 'DEPENDS_ON' && to.startsWith('api:'))

export function refsIn({ entities, relations }: Graph): Ref[] {
  const all = [...entities.map((it) => it.ref), ...relations.flatMap(({ from, to }) => [from, to])]
  return [...new Set([...all, ...all.map(baseOf)])].sort()
}

/** What depends on what, without what is an Api's own. */
export function naiveDependencies(graph: Graph): NaiveDependency[] {
  const refs = refsIn(graph)
  return refs.flatMap((from) => refs.flatMap((to) => naiveDependency(graph, from, to) ?? []))
}

/** How one thing depends on another; undefined when it does not. An Api's own dependencies are in `naiveOwn`. */
export function naiveDependency({ relations }: Graph, from: Ref, to: Ref): NaiveDependency | undefined {
  if (from === to) return undefined
  const stated = relations.filter((it) => it.from === from && it.to === to && it.type === 'DEPENDS_ON')
  const usesOf = (api: Ref) =>
    relations.filter((it) => it.from === from && isUse(it) && baseOf(it.to) === api)
  const providesOf = (who: Ref, api: Ref) =>
    relations.filter((it) => it.from === who && it.type === 'PROVIDES' && baseOf(it.to) === api)
  const isProvided = relations.some((it) => it.type === 'PROVIDES' && baseOf(it.to) === to)
  const direct =
    isApi(to) && (stated.length > 0 || (usesOf(to).length > 0 && !isProvided)) ? usesOf(to) : stated

  const apis = [
    ...new Set(relations.filter((it) => it.from === from && isUse(it)).map((it) => baseOf(it.to))),
  ]
  const through = apis.sort().flatMap((api) => {
    const [uses, offers] = [usesOf(api), providesOf(to, api)]
    if (offers.length === 0 || api === to) return []
    const confidence = lessSure(surest(uses.map(confidenceOf)), surest(offers.map(confidenceOf)))
    return [{ api, confidence, relations: [...uses, ...offers] }]
  })
  const ways = [...direct.map(confidenceOf), ...through.map((it) => it.confidence)]
  if (ways.length === 0) return undefined
  return {
    from,
    to,
    confidence: surest(ways),
    via: through.map((it) => it.api),
    relations: [...new Set([...direct, ...through.flatMap((it) => it.relations)])],
  }
}

/** What an Api is depended on by and depends on beside that: its consumers, and its providers. */
export function naiveOwn({ relations }: Graph, api: Ref): NaiveDependency[] {
  const at = (counts: (it: Relation) => boolean): Map<Ref, Relation[]> =>
    Map.groupBy(
      relations.filter((it) => counts(it) && baseOf(it.to) === api),
      (it) => it.from,
    )
  return [
    ...[...at(isUse)].map(([from, its]) => ({ from, to: api, its })),
    ...[...at((it) => it.type === 'PROVIDES')].map(([to, its]) => ({ from: api, to, its })),
  ].map(({ from, to, its }) => ({
    from,
    to,
    confidence: surest(its.map(confidenceOf)),
    via: [],
    relations: its,
  }))
}

/** By confidence, from, type, to, as heads. */
export function naiveHeads(relations: readonly Relation[]) {
  return relations
    .map(relationHead)
    .sort(
      (a, b) =>
        confidenceRank(a.confidence) - confidenceRank(b.confidence) ||
        compare(a.from, b.from) ||
        compare(a.type, b.type) ||
        compare(a.to, b.to),
    )
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
export const typePlace = (it: { readonly type: Relation['type'] }): number => relationTypes.indexOf(it.type)
