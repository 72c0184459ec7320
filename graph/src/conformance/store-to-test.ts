import type { GraphStore } from '../graph-store.ts'

/** A store that the suite runs on. */
export interface StoreToTest {
  /** As test titles name it. */
  readonly name: string
  /** How often a property is tried: each time begins with an empty store. */
  readonly runs: number
  /** An empty one. One at a time. */
  open(options?: { now?: () => Date }): Promise<GraphStore>
}
