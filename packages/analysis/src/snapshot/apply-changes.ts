import { patchNames } from '../names/name-index.ts'
import { applyEntities } from './apply-entities.ts'
import { applyRelations, type ChangedRelation } from './apply-relations.ts'
import type { Changes } from './changes.ts'
import { addRef, type Columns, growColumns, writeRef } from './columns.ts'
import { ownersAt, withParts, writeGroups } from './derive-belonging.ts'
import { deriveCallees, deriveCallers, deriveEnds, surestOf } from './derive-dependencies.ts'
import { staleDependencies, staleEnds } from './derive-stale.ts'
import { appended, cellsOf, type Edge, type EdgeRows, patchRows } from './edge-rows.ts'
import { owns, partOf } from './relation-mark.ts'
import { growOrder } from './text-order.ts'
import type { Texts } from './texts.ts'
import type { View } from './view.ts'

/** The view after some changes; `texts` are its own or a fork of them. Derives anew only what they may touch. */
export function applyChanges(
  view: View,
  texts: Texts,
  changes: Changes,
  { revision, pending }: { readonly revision: number; readonly pending: boolean },
): View {
  addRefs(texts, changes)
  const size = texts.refs.size()
  const columns = growColumns(view.columns, size)
  for (let number = view.size; number < size; number++) writeRef(columns, texts, number)
  const parts = patchRows(view.parts, newParts(view, columns, size), size)
  const order = growOrder(view.order, texts.refs, size)

  const entities = applyEntities(columns, texts, order, changes)
  const relations = applyRelations(view, texts, changes, size)
  const related = { size, columns, out: relations.out, in: relations.in, parts }

  const belonging = { ...related, order }
  for (const { type, to } of relations.changed) {
    if (type === owns) columns.owners[to] = texts.lists.add(ownersAt(belonging, to))
  }
  for (const number of withParts(belonging, [...moved(relations.changed), ...entities.otherKind])) {
    writeGroups(belonging, number)
  }

  return {
    revision,
    pending,
    entityCount: view.entityCount + entities.added,
    relationCount: view.relationCount + relations.added,
    texts,
    order,
    nameOrder: growOrder(view.nameOrder, texts.folded, texts.folded.size()),
    names: patchNames(view.names, columns, texts, entities.renamed),
    ...related,
    ...rederive(view, related, relations.changed),
  }
}

function addRefs(texts: Texts, { entities, relations }: Changes): void {
  for (const [ref, head] of entities) {
    addRef(texts, ref)
    for (const alias of head?.aliases ?? []) addRef(texts, alias)
  }
  for (const { key } of relations.values()) {
    addRef(texts, key.from)
    addRef(texts, key.to)
  }
}

function newParts(view: View, { api }: Columns, size: number): Map<number, Int32Array> {
  const rows = new Map<number, Edge[]>()
  for (let number = view.size; number < size; number++) {
    const base = api[number] as number
    if (base < 0 || base === number) continue
    const added = rows.get(base)
    if (added) added.push([number, 0, 0])
    else rows.set(base, [[number, 0, 0]])
  }
  return new Map([...rows].map(([base, added]) => [base, appended(view.parts, base, added)]))
}

function moved(changed: readonly ChangedRelation[]): number[] {
  return changed.filter(({ type }) => type === partOf).map(({ from }) => from)
}

/** The derived rows after some relations have changed. */
function rederive(
  view: View,
  related: Pick<View, 'size' | 'columns' | 'out' | 'in' | 'parts'>,
  changed: readonly ChangedRelation[],
): Pick<View, 'consumers' | 'providers' | 'callees' | 'callers'> {
  const { size, columns } = related
  const stale = staleEnds(related, changed)
  const ends = {
    consumers: rewritten(view.consumers, stale, deriveEnds(related, 'consumers'), size),
    providers: rewritten(view.providers, stale, deriveEnds(related, 'providers'), size),
  }
  const provided = { ...related, ...ends }
  const { callees, callers } = staleDependencies(provided, changed, stale)
  const dependencies = {
    callees: rewritten(view.callees, callees, deriveCallees(provided), size),
    callers: rewritten(view.callers, callers, deriveCallers(provided), size),
  }
  for (const numbers of [callees, callers]) {
    for (const number of numbers) columns.confidence[number] = surestOf(dependencies, number)
  }
  return { ...ends, ...dependencies }
}

function rewritten(
  rows: EdgeRows,
  numbers: ReadonlySet<number>,
  write: (number: number, add: (...edge: Edge) => void) => void,
  size: number,
): EdgeRows {
  const changed = new Map<number, Int32Array>()
  for (const number of numbers) {
    const edges: Edge[] = []
    write(number, (...edge) => edges.push(edge))
    changed.set(number, cellsOf(edges))
  }
  return patchRows(rows, changed, size)
}
