import type { EntityHead, RelationHead } from '@alidade/model'
import { buildNames } from '../names/name-index.ts'
import { addRef, type Columns, exists, growColumns, noColumns, writeEntity, writeRef } from './columns.ts'
import { ownersAt, writeGroups } from './derive-belonging.ts'
import { deriveCallees, deriveCallers, deriveEnds, surestOf } from './derive-dependencies.ts'
import { buildRows, cellsPerEdge, type EdgeRows } from './edge-rows.ts'
import { groupRows, transpose, withoutDoubles } from './group-rows.ts'
import { createQuadList } from './quad-list.ts'
import { markOf, typeOf } from './relation-mark.ts'
import { growOrder, noOrder, type TextOrder } from './text-order.ts'
import { createTexts, type Texts } from './texts.ts'
import type { Snapshot } from './view.ts'

/** Takes a scan of the graph in chunks, in any order; what comes twice counts as it came last. */
export interface SnapshotBuilder {
  addEntities(chunk: Iterable<EntityHead>): void
  addRelations(chunk: Iterable<RelationHead>): void
  /** To be called once. */
  finish(revision: number): Snapshot
}

export function startSnapshot(): SnapshotBuilder {
  const texts = createTexts()
  const relations = createQuadList()
  let columns = growColumns(noColumns, 1024)
  let written = 0

  /** Writes the columns of all numbers that were given since. */
  function writeRefs(): void {
    for (; written < texts.refs.size(); written++) {
      if (written === columns.kind.length) columns = growColumns(columns, written * 2)
      writeRef(columns, texts, written)
    }
  }

  return {
    addEntities: (chunk) => {
      for (const head of chunk) {
        const number = addRef(texts, head.ref)
        writeRefs()
        writeEntity(columns, texts, number, head)
      }
    },
    addRelations: (chunk) => {
      for (const { from, type, to, confidence, places } of chunk) {
        relations.add(addRef(texts, from), addRef(texts, to), markOf(type, confidence), places)
      }
    },
    finish: (revision) => {
      writeRefs()
      return derive(revision, texts, trimmed(columns, written), relations.values())
    },
  }
}

/** A snapshot of what is at hand already. */
export function buildSnapshot(graph: {
  readonly revision: number
  readonly entities: Iterable<EntityHead>
  readonly relations: Iterable<RelationHead>
}): Snapshot {
  const builder = startSnapshot()
  builder.addEntities(graph.entities)
  builder.addRelations(graph.relations)
  return builder.finish(graph.revision)
}

function trimmed(columns: Columns, size: number): Columns {
  const entries = Object.entries(columns).map(([name, column]) => [name, column.slice(0, size)])
  return Object.fromEntries(entries) as unknown as Columns
}

/** All that follows from what was scanned. */
function derive(revision: number, texts: Texts, columns: Columns, relations: Int32Array): Snapshot {
  const size = texts.refs.size()
  const out = withoutDoubles(groupRows(size, relations), size, typeOf)
  const related = { size, columns, out, in: transpose(out, size), parts: partsOf(columns, size) }
  const ends = {
    consumers: buildRows(size, deriveEnds(related, 'consumers')),
    providers: buildRows(size, deriveEnds(related, 'providers')),
  }
  const provided = { ...related, ...ends }
  const dependencies = {
    callees: buildRows(size, deriveCallees(provided)),
    callers: buildRows(size, deriveCallers(provided)),
  }
  const order = growOrder(noOrder, texts.refs, size)
  const belonging = { columns, out, in: related.in, order }
  for (let number = 0; number < size; number++) {
    columns.owners[number] = texts.lists.add(ownersAt(belonging, number))
    writeGroups(belonging, number)
    columns.confidence[number] = surestOf(dependencies, number)
  }
  writeClaims(columns, texts, order, size)
  return {
    revision,
    pending: false,
    entityCount: columns.state.reduce((count, state) => count + (state & exists), 0),
    relationCount: out.cells.length / cellsPerEdge,
    texts,
    order,
    nameOrder: growOrder(noOrder, texts.folded, texts.folded.size()),
    names: buildNames(columns, texts, size),
    ...provided,
    ...dependencies,
  }
}

function partsOf({ api }: Columns, size: number): EdgeRows {
  const quads = createQuadList()
  for (let number = 0; number < size; number++) {
    const base = api[number] as number
    if (base >= 0 && base !== number) quads.add(base, number, 0, 0)
  }
  return groupRows(size, quads.values())
}

/** Entities in the order of their refs, so that each list of claims is in it too. */
function writeClaims(columns: Columns, texts: Texts, { sorted }: TextOrder, size: number): void {
  const claims = new Map<number, number[]>()
  for (let at = 0; at < size; at++) {
    const number = sorted[at] as number
    for (const alias of texts.lists.listOf(columns.aliases[number] as number)) {
      const list = claims.get(alias)
      if (list) list.push(number)
      else claims.set(alias, [number])
    }
  }
  for (const [alias, list] of claims) columns.claims[alias] = texts.lists.add(list)
}
