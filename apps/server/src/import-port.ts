import type { GraphStore, Revision } from '@alidade/graph'
import type { Ruling } from '@alidade/model'

/** What a person decides about names, to be recorded and to take effect. */
export type RulingChange =
  | { readonly give: Ruling }
  /** The id of the ruling that is taken back. */
  | { readonly undo: string; readonly of: Ruling }

/**
 * What the import pipeline does for the API: adds the ruling (or its undoing) to the stream `rulings`, resolves the names
 * anew that it speaks of, and commits both.
 * @returns the revision that it led to
 * @throws InvalidInput `import-running`
 */
export type Reresolve = (
  store: GraphStore,
  change: RulingChange,
  by: { readonly actor: string; readonly now: Date },
) => Promise<Revision>
