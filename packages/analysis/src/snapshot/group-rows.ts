import { cellsPerEdge, type EdgeRows } from './edge-rows.ts'

/**
 * Rows from edges in any order.
 * @param quads four numbers to an edge: the number whose row it goes to, the other end, the mark, the weight
 */
export function groupRows(count: number, quads: Int32Array): EdgeRows {
  const start = new Int32Array(count + 1)
  for (let at = 0; at < quads.length; at += 4) {
    const next = (quads[at] as number) + 1
    start[next] = (start[next] as number) + cellsPerEdge
  }
  for (let number = 0; number < count; number++) {
    start[number + 1] = (start[number + 1] as number) + (start[number] as number)
  }
  const free = start.slice()
  const cells = new Int32Array(start[count] as number)
  for (let at = 0; at < quads.length; at += 4) {
    const number = quads[at] as number
    const cell = free[number] as number
    cells[cell] = quads[at + 1] as number
    cells[cell + 1] = quads[at + 2] as number
    cells[cell + 2] = quads[at + 3] as number
    free[number] = cell + cellsPerEdge
  }
  return { start, cells, patched: new Map() }
}

/** The same edges at their other ends. Of rows none of which is patched. */
export function transpose({ start, cells }: EdgeRows, count: number): EdgeRows {
  const quads = new Int32Array((cells.length / cellsPerEdge) * 4)
  let used = 0
  for (let number = 0; number + 1 < start.length; number++) {
    const end = start[number + 1] as number
    for (let cell = start[number] as number; cell < end; cell += cellsPerEdge) {
      quads[used++] = cells[cell] as number
      quads[used++] = number
      quads[used++] = cells[cell + 1] as number
      quads[used++] = cells[cell + 2] as number
    }
  }
  return groupRows(count, quads)
}

/** Rows in which of several edges with one other end and one key only the last stays, where the first stood. */
export function withoutDoubles(rows: EdgeRows, count: number, keyOf: (mark: number) => number): EdgeRows {
  const { start, cells } = rows
  const seenIn = new Int32Array(count).fill(-1)
  const kept = new Int32Array(cells.length)
  const keptStart = new Int32Array(count + 1)
  let used = 0
  for (let number = 0; number < count; number++) {
    const first = used
    keptStart[number] = first
    const end = start[number + 1] as number
    for (let cell = start[number] as number; cell < end; cell += cellsPerEdge) {
      const other = cells[cell] as number
      const mark = cells[cell + 1] as number
      let place = used
      if (seenIn[other] === number) {
        for (let it = first; it < used; it += cellsPerEdge) {
          if (kept[it] === other && keyOf(kept[it + 1] as number) === keyOf(mark)) place = it
        }
      }
      seenIn[other] = number
      kept[place] = other
      kept[place + 1] = mark
      kept[place + 2] = cells[cell + 2] as number
      if (place === used) used += cellsPerEdge
    }
  }
  keptStart[count] = used
  return { start: keptStart, cells: kept.slice(0, used), patched: new Map() }
}
