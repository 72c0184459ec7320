import {
  type Confidence,
  confidences,
  kinds,
  type RelationHead,
  type RelationType,
  relationTypes,
} from '@alidade/model'
import { baseOf, isConsuming } from '../snapshot/derive-dependencies.ts'
import { forEachEdge } from '../snapshot/edge-rows.ts'
import { refOf } from '../snapshot/look-up.ts'
import { confidenceOf, dependsOn, provides, typeOf } from '../snapshot/relation-mark.ts'
import { inOrder } from '../snapshot/text-order.ts'
import type { View } from '../snapshot/view.ts'

/** A stored relation, in numbers. */
export interface Told {
  readonly from: number
  readonly to: number
  readonly mark: number
  readonly places: number
}

/** One way in which a thing depends on another. */
export interface Way {
  /** The Api it goes through; undefined when it is direct. */
  readonly via: number | undefined
  readonly confidence: number
  readonly relations: readonly Told[]
}

/** All ways in which `from` depends on `to`; see `derive-dependencies.ts`. The direct one first. */
export function waysBetween(view: View, from: number, to: number): Way[] {
  return waysFrom(view, from)(to)
}

/** The same, of one thing on many others. */
export function waysFrom(view: View, from: number): (to: number) => Way[] {
  const consumed = consumedBy(view, from)
  return (to) => waysThrough(view, from, to, consumed)
}

function waysThrough(view: View, from: number, to: number, consumed: ByApi): Way[] {
  const provided = providedBy(view, to)
  const direct = directly(view, from, to, consumed, provided)
  const ways: Way[] =
    direct.length > 0 ? [{ via: undefined, confidence: surest(direct), relations: direct }] : []
  for (const [api, offers] of provided) {
    const uses = consumed.get(api)
    if (!uses || api === from || api === to) continue
    ways.push({
      via: api,
      confidence: Math.max(surest(uses), surest(offers)),
      relations: [...uses, ...offers],
    })
  }
  return ways
}

type ByApi = ReadonlyMap<number, readonly Told[]>

function directly(view: View, from: number, to: number, consumed: ByApi, provided: ByApi): readonly Told[] {
  const told: Told[] = []
  forEachEdge(view.out, from, (end, mark, places) => {
    if (end === to && typeOf(mark) === dependsOn) told.push({ from, to, mark, places })
  })
  if (isOperation(view, to)) return told.length > 0 ? told : ofOperation(consumed, view, to)
  if (isOperation(view, from)) return [...told, ...ofOperation(provided, view, from)]
  const uses = consumed.get(to) ?? []
  const isDirectUse = (use: Told): boolean => use.to !== to || typeOf(use.mark) !== dependsOn
  return [...told, ...uses.filter(isDirectUse), ...(provided.get(from) ?? [])]
}

/** Of what somebody does with an Api, what is with this operation: or all, where it is said of no operation. */
function ofOperation(byApi: ByApi, view: View, operation: number): readonly Told[] {
  const its = byApi.get(baseOf(view, operation)) ?? []
  const said = its.filter(({ to }) => isOperation(view, to))
  return said.length > 0 ? said.filter(({ to }) => to === operation) : its
}

const operationKind = kinds.indexOf('Operation')

export function isOperation({ columns }: View, number: number): boolean {
  return columns.kind[number] === operationKind
}

/** What somebody consumes, by Api. */
export function consumedBy(view: View, from: number): ByApi {
  return byApi(view, from, (type, to) => isConsuming(view, type, to))
}

/** What somebody provides, by Api. */
export function providedBy(view: View, from: number): ByApi {
  return byApi(view, from, (type) => type === provides)
}

function byApi(view: View, from: number, counts: (type: number, to: number) => boolean): ByApi {
  const found = new Map<number, Told[]>()
  forEachEdge(view.out, from, (to, mark, places) => {
    if (!counts(typeOf(mark), to)) return
    const api = baseOf(view, to)
    const its = found.get(api)
    if (its) its.push({ from, to, mark, places })
    else found.set(api, [{ from, to, mark, places }])
  })
  return found
}

function surest(relations: readonly Told[]): number {
  return Math.min(...relations.map(({ mark }) => confidenceOf(mark)))
}

const typePlaces = [...relationTypes].sort(inOrder)
const typePlace = relationTypes.map((type) => typePlaces.indexOf(type))

/** The surest first, then by from, type, to; at most `most`. */
export function toldAs(
  view: View,
  relations: Iterable<Told>,
  most = Number.POSITIVE_INFINITY,
): RelationHead[] {
  const { rank } = view.order
  const byRef = (a: number, b: number): number => (rank[a] as number) - (rank[b] as number)
  return Array.from(relations)
    .sort(
      (a, b) =>
        confidenceOf(a.mark) - confidenceOf(b.mark) ||
        byRef(a.from, b.from) ||
        (typePlace[typeOf(a.mark)] as number) - (typePlace[typeOf(b.mark)] as number) ||
        byRef(a.to, b.to),
    )
    .slice(0, most)
    .map(({ from, to, mark, places }) => ({
      from: refOf(view, from),
      type: relationTypes[typeOf(mark)] as RelationType,
      to: refOf(view, to),
      confidence: confidences[confidenceOf(mark)] as Confidence,
      places,
    }))
}

/** A number that only this relation has. */
export function toldId({ size }: View, { from, to, mark }: Told): number {
  return (from * size + to) * relationTypes.length + typeOf(mark)
}

/** In the order of `relationTypes`, each once. */
export function typesOf(relations: Iterable<{ readonly mark: number }>): RelationType[] {
  const found = new Set(Array.from(relations, ({ mark }) => typeOf(mark)))
  return relationTypes.filter((_, type) => found.has(type))
}
