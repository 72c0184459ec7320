import type { GraphStore } from '../graph-store.ts'
import type { StoreToTest } from './store-to-test.ts'

/** Gives the test an empty store, and closes it whatever happens. */
export function withStore(
  { open }: StoreToTest,
  test: (store: GraphStore) => Promise<void>,
  options?: { now?: () => Date },
): () => Promise<void> {
  return async () => {
    const store = await open(options)
    try {
      await test(store)
    } finally {
      await store.close()
    }
  }
}
