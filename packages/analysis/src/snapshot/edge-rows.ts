/**
 * The edges at each number as compressed sparse rows: `start[n]` to `start[n + 1]` are the cells of `n`, three to an
 * edge: the other end, a mark (what the edge is), and a weight. Rows that changed since stand in `patched` instead, so
 * that a small change costs a small copy; `compact` folds them in.
 */
export interface EdgeRows {
  readonly start: Int32Array
  readonly cells: Int32Array
  readonly patched: ReadonlyMap<number, Int32Array>
}

/** One edge of a row: other end, mark, weight. */
export type Edge = readonly [other: number, mark: number, weight: number]

export const cellsPerEdge = 3
const noCells = new Int32Array(0)

export const noEdges: EdgeRows = { start: new Int32Array(1), cells: noCells, patched: new Map() }

/** The cells of a row, not to be changed. Empty for a number that has none. */
function rowOf({ start, cells, patched }: EdgeRows, number: number): Int32Array {
  const row = patched.get(number)
  if (row) return row
  if (number + 1 >= start.length) return noCells
  return cells.subarray(start[number] as number, start[number + 1] as number)
}

/** How many edges a row has. */
export function degree(rows: EdgeRows, number: number): number {
  return (lastCell(rows, number) - firstCell(rows, number)) / cellsPerEdge
}

/** Calls `visit` for each edge of a row, in the row's order, which means nothing. */
export function forEachEdge(
  rows: EdgeRows,
  number: number,
  visit: (other: number, mark: number, weight: number) => void,
): void {
  // Most of all time goes by here, so no part of the cells is taken out.
  const cells = cellsFor(rows, number)
  const end = lastCell(rows, number)
  for (let cell = firstCell(rows, number); cell < end; cell += cellsPerEdge) {
    visit(cells[cell] as number, cells[cell + 1] as number, cells[cell + 2] as number)
  }
}

/** Where the cells of a row are, from `firstCell` up to before `lastCell`. */
export function cellsFor({ cells, patched }: EdgeRows, number: number): Int32Array {
  return (patched.size > 0 && patched.get(number)) || cells
}

/** Where the row begins; see `cellsFor`. */
export function firstCell({ start, patched }: EdgeRows, number: number): number {
  if (patched.size > 0 && patched.has(number)) return 0
  return number + 1 < start.length ? (start[number] as number) : 0
}

/** Where the row has ended; see `cellsFor`. */
export function lastCell({ start, patched }: EdgeRows, number: number): number {
  const row = patched.size > 0 ? patched.get(number) : undefined
  if (row) return row.length
  return number + 1 < start.length ? (start[number + 1] as number) : 0
}

/** The other ends of a row. */
export function othersOf(rows: EdgeRows, number: number): number[] {
  const others: number[] = []
  forEachEdge(rows, number, (other) => others.push(other))
  return others
}

/** Makes rows of `count` numbers one after the other, each from the edges that `edgesOf` adds for it. */
export function buildRows(
  count: number,
  edgesOf: (number: number, add: (other: number, mark: number, weight: number) => void) => void,
): EdgeRows {
  const start = new Int32Array(count + 1)
  let cells = new Int32Array(4096)
  let used = 0
  const add = (other: number, mark: number, weight: number): void => {
    if (used + cellsPerEdge > cells.length) {
      const wider = new Int32Array(cells.length * 2)
      wider.set(cells)
      cells = wider
    }
    cells[used] = other
    cells[used + 1] = mark
    cells[used + 2] = weight
    used += cellsPerEdge
  }
  for (let number = 0; number < count; number++) {
    start[number] = used
    edgesOf(number, add)
  }
  start[count] = used
  return { start, cells: cells.slice(0, used), patched: new Map() }
}

/** The rows with some of them replaced; folded in once the replaced ones are more than a sixteenth of `count`. */
export function patchRows(rows: EdgeRows, changed: ReadonlyMap<number, Int32Array>, count: number): EdgeRows {
  if (changed.size === 0) return rows
  const patched = new Map(rows.patched)
  for (const [number, row] of changed) patched.set(number, row)
  const next = { ...rows, patched }
  return patched.size > 1024 + count / 16 ? compact(next, count) : next
}

function compact(rows: EdgeRows, count: number): EdgeRows {
  const start = new Int32Array(count + 1)
  for (let number = 0; number < count; number++) {
    start[number + 1] = (start[number] as number) + degree(rows, number) * cellsPerEdge
  }
  const cells = new Int32Array(start[count] as number)
  for (let number = 0; number < count; number++) cells.set(rowOf(rows, number), start[number] as number)
  return { start, cells, patched: new Map() }
}

/** The cells of a list of edges. */
export function cellsOf(edges: readonly Edge[]): Int32Array {
  return filled(new Int32Array(edges.length * cellsPerEdge), 0, edges)
}

/** The cells of a row with some edges more. */
export function appended(rows: EdgeRows, number: number, edges: readonly Edge[]): Int32Array {
  const row = rowOf(rows, number)
  const cells = new Int32Array(row.length + edges.length * cellsPerEdge)
  cells.set(row)
  return filled(cells, row.length, edges)
}

/** The edges of a row. */
export function edgesOf(rows: EdgeRows, number: number): Edge[] {
  const edges: Edge[] = []
  forEachEdge(rows, number, (other, mark, weight) => edges.push([other, mark, weight]))
  return edges
}

function filled(cells: Int32Array, from: number, edges: readonly Edge[]): Int32Array {
  let cell = from
  for (const edge of edges) {
    cells[cell] = edge[0]
    cells[cell + 1] = edge[1]
    cells[cell + 2] = edge[2]
    cell += cellsPerEdge
  }
  return cells
}
