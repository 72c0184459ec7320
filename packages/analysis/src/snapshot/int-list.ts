/** Numbers one after the other, as many as come. */
export interface IntList {
  length(): number
  push(...numbers: readonly number[]): void
  /** What was pushed so far. */
  values(): Int32Array
}

export function createIntList(): IntList {
  let held = new Int32Array(1024)
  let used = 0
  return {
    length: () => used,
    push: (...numbers) => {
      if (used + numbers.length > held.length) {
        const wider = new Int32Array(held.length * 2)
        wider.set(held)
        held = wider
      }
      for (const number of numbers) held[used++] = number
    },
    values: () => held.subarray(0, used),
  }
}
