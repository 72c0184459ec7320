/** Edges of one row while they are put together: of several to one other end, the surest counts. */
export interface Gather {
  add(other: number, confidence: number): void
  has(other: number): boolean
  /** Calls `visit` for each, and begins anew. */
  drain(visit: (other: number, confidence: number) => void): void
}

/** @param size numbers are below it */
export function createGather(size: number): Gather {
  const place = new Int32Array(size)
  let others: number[] = []
  let surest: number[] = []
  return {
    has: (other) => place[other] !== 0,
    add: (other, confidence) => {
      const at = place[other] as number
      if (at === 0) {
        place[other] = others.push(other)
        surest.push(confidence)
      } else if (confidence < (surest[at - 1] as number)) surest[at - 1] = confidence
    },
    drain: (visit) => {
      const all = others
      const confidences = surest
      others = []
      surest = []
      for (const other of all) place[other] = 0
      for (const [at, other] of all.entries()) visit(other, confidences[at] as number)
    },
  }
}
