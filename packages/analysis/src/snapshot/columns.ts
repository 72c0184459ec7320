/** What is known of each number, one value each. Numbers that no entity has hold what `growColumns` gives them. */
export interface Columns {
  readonly kind: Uint8Array
}
