/** Edges one after the other, as many as come, four numbers to each, as `groupRows` takes them. */
export interface QuadList {
  add(number: number, other: number, mark: number, weight: number): void
  /** What was added so far. */
  values(): Int32Array
}

export function createQuadList(): QuadList {
  let held = new Int32Array(4096)
  let used = 0
  return {
    add: (number, other, mark, weight) => {
      if (used === held.length) {
        const wider = new Int32Array(held.length * 2)
        wider.set(held)
        held = wider
      }
      held[used] = number
      held[used + 1] = other
      held[used + 2] = mark
      held[used + 3] = weight
      used += 4
    },
    values: () => held.subarray(0, used),
  }
}
