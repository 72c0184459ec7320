import {
  type Confidence,
  confidences,
  kinds,
  type Ref,
  type RelationHead,
  type RelationType,
  relationTypes,
} from '@alidade/model'
import { differs, exists, unresolved } from './columns.ts'
import { degree, type EdgeRows, forEachEdge } from './edge-rows.ts'
import { lookUp, refOf } from './look-up.ts'
import { confidenceOf, typeMark, typeOf } from './relation-mark.ts'
import type { Summary, View } from './view.ts'

/**
 * The ref under which something is kept: of an alias the entity's, also before the `#` or `@` of an operation or a
 * version. Undefined when there is nothing of it.
 */
export function resolveRef(view: View, ref: Ref): Ref | undefined {
  const number = lookUp(view, ref)
  return number === undefined ? undefined : refOf(view, number)
}

/** What the snapshot knows of an entity, by ref or alias; undefined when there is nothing of it. */
export function summaryOf(view: View, ref: Ref): Summary | undefined {
  const number = lookUp(view, ref)
  if (number === undefined) return undefined
  const { columns, texts } = view
  const at = (column: Int32Array): number => column[number] as number
  const refs = (list: number): Ref[] => texts.lists.listOf(list).map((it) => refOf(view, it))
  const refOrNull = (it: number): Ref | null => (it < 0 ? null : refOf(view, it))
  const state = at(columns.state)
  return {
    ref: refOf(view, number),
    kind: kinds[at(columns.kind)] as Summary['kind'],
    name: texts.names.textOf(at(columns.name)),
    title: texts.names.textOf(at(columns.title)),
    exists: (state & exists) !== 0,
    unresolved: (state & unresolved) !== 0,
    differs: (state & differs) !== 0,
    namespace: texts.namespaces.textOf(at(columns.namespace)),
    lifecycle: at(columns.lifecycle) < 0 ? null : texts.lifecycles.textOf(at(columns.lifecycle)),
    type: at(columns.type) < 0 ? null : texts.types.textOf(at(columns.type)),
    tags: texts.lists.listOf(at(columns.tags)).map((tag) => texts.tags.textOf(tag)),
    aliases: refs(at(columns.aliases)),
    owners: refs(at(columns.owners)),
    system: refOrNull(at(columns.system)),
    domain: refOrNull(at(columns.domain)),
    callers: degree(view.callers, number),
    callees: degree(view.callees, number),
    confidence: confidences[at(columns.confidence)] ?? null,
  }
}

/** The stored relations at an entity, by type in their order, then by the other end's ref; all types when left out. */
export function relationsAt(
  view: View,
  ref: Ref,
  query: {
    readonly direction: 'in' | 'out' | 'both'
    readonly types?: readonly RelationType[]
    readonly first: number
    readonly offset?: number
  },
): { readonly total: number; readonly relations: readonly RelationHead[] } {
  const number = lookUp(view, ref)
  if (number === undefined) return { total: 0, relations: [] }
  const wanted = query.types && new Set(query.types.map(typeMark))
  const found: { other: number; mark: number; places: number; out: boolean }[] = []
  const collect = (rows: EdgeRows, out: boolean): void =>
    forEachEdge(rows, number, (other, mark, places) => {
      // A relation of a thing with itself stands in both rows.
      const again = !out && other === number && query.direction === 'both'
      if (!again && (!wanted || wanted.has(typeOf(mark)))) found.push({ other, mark, places, out })
    })
  if (query.direction !== 'in') collect(view.out, true)
  if (query.direction !== 'out') collect(view.in, false)

  const { rank } = view.order
  found.sort(
    (a, b) =>
      typeOf(a.mark) - typeOf(b.mark) ||
      (rank[a.other] as number) - (rank[b.other] as number) ||
      Number(b.out) - Number(a.out),
  )
  const offset = query.offset ?? 0
  const self = refOf(view, number)
  return {
    total: found.length,
    relations: found.slice(offset, offset + query.first).map(({ other, mark, places, out }) => ({
      from: out ? self : refOf(view, other),
      type: relationTypes[typeOf(mark)] as RelationType,
      to: out ? refOf(view, other) : self,
      confidence: confidences[confidenceOf(mark)] as Confidence,
      places,
    })),
  }
}
