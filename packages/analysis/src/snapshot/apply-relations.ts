import type { Ref } from '@alidade/model'
import type { Changes } from './changes.ts'
import { cellsOf, type Edge, type EdgeRows, forEachEdge, patchRows } from './edge-rows.ts'
import { markOf, typeMark, typeOf } from './relation-mark.ts'
import type { Texts } from './texts.ts'

/** A relation that comes, goes, or is no longer as sure. */
export interface ChangedRelation {
  readonly from: number
  readonly to: number
  readonly type: number
}

export interface AppliedRelations {
  readonly out: EdgeRows
  readonly in: EdgeRows
  /** How many more there are. */
  readonly added: number
  readonly changed: readonly ChangedRelation[]
}

/** The stored relations after some changes. All refs have numbers already. */
export function applyRelations(
  { out, in: incoming }: { readonly out: EdgeRows; readonly in: EdgeRows },
  texts: Texts,
  { relations }: Changes,
  size: number,
): AppliedRelations {
  const number = (ref: Ref): number => texts.refs.add(ref)
  const outRows = openRows(out)
  const inRows = openRows(incoming)
  const changed: ChangedRelation[] = []
  let added = 0
  for (const { key, head } of relations.values()) {
    const [from, to, type] = [number(key.from), number(key.to), typeMark(key.type)]
    const edge = head ? ([markOf(key.type, head.confidence), head.places] as const) : undefined
    const before = outRows.set(from, to, type, edge)
    inRows.set(to, from, type, edge)
    added += (edge ? 1 : 0) - (before === undefined ? 0 : 1)
    if (before !== edge?.[0]) changed.push({ from, to, type })
  }
  return {
    out: patchRows(out, outRows.cells(), size),
    in: patchRows(incoming, inRows.cells(), size),
    added,
    changed,
  }
}

/** Rows that are being changed; each is copied once, however many of its edges change. */
function openRows(rows: EdgeRows) {
  const open = new Map<number, Map<number, Edge>>()
  // Both fit in 53 bits up to a hundred million million numbers.
  const keyOf = (other: number, type: number): number => other * 16 + type

  function edgesOf(number: number): Map<number, Edge> {
    const known = open.get(number)
    if (known) return known
    const edges = new Map<number, Edge>()
    forEachEdge(rows, number, (other, mark, weight) =>
      edges.set(keyOf(other, typeOf(mark)), [other, mark, weight]),
    )
    open.set(number, edges)
    return edges
  }

  return {
    /** @returns the mark that it had */
    set(number: number, other: number, type: number, edge: readonly [number, number] | undefined) {
      const edges = edgesOf(number)
      const key = keyOf(other, type)
      const before = edges.get(key)?.[1]
      if (edge) edges.set(key, [other, ...edge])
      else edges.delete(key)
      return before
    },
    cells: (): Map<number, Int32Array> =>
      new Map([...open].map(([number, edges]) => [number, cellsOf([...edges.values()])])),
  }
}
