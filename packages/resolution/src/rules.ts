import type { Ruling } from '@alidade/model'

/** What people decided about names and sources; the same for all statements. */
export interface Rules {
  /** Sources from the most trusted, as in `alidade.yaml`; an entry may end in `*`. `manual` always comes first. */
  readonly trust: readonly string[]
  /** Those that hold, in any order; what was taken back is not among them. */
  readonly rulings: readonly Ruling[]
}

export const noRules: Rules = { trust: [], rulings: [] }
