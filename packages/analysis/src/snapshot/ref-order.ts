/** All numbers in the order of their refs: `sorted[i]` is a number, `rank[sorted[i]]` is `i`. */
export interface RefOrder {
  readonly sorted: Int32Array
  readonly rank: Int32Array
}
