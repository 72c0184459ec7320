/** Finds names; see `search`. */
export interface NameIndex {
  readonly segments: readonly unknown[]
}
