/** What came of timing something several times. */
export interface Spread {
  readonly least: number
  readonly median: number
  readonly p95: number
  readonly most: number
}

/** Of one number or more, in any order; in their unit. The nearest rank counts, so each figure is one that was measured. */
export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return { least: at(0), median: at(0.5), p95: at(0.95), most: at(1) }
}
