import type { GraphStore } from '@alidade/graph'
import { InvalidInput } from '@alidade/model'

const name = 'import'
const milliseconds = 60_000

export interface Held {
  readonly lease: { readonly name: string; readonly holder: string }
  /** Aborted when the lease is lost, so that work under it stops. */
  readonly lost: AbortSignal
}

/**
 * Runs work that only one process may do at a time. The lease is renewed while the work goes on; who dies holding it
 * holds up the next for a minute.
 * @throws InvalidInput `import-running` when somebody else is at it
 */
export async function holdingLease<Result>(
  store: GraphStore,
  holder: string,
  work: (held: Held) => Promise<Result>,
): Promise<Result> {
  const taken = await store.acquireLease(name, holder, milliseconds)
  if (taken) {
    throw new InvalidInput(
      'import-running',
      `another import is running (until ${taken.until} at the latest, unless it renews): wait for it, then try again`,
    )
  }
  const lost = new AbortController()
  const renewal = setInterval(() => {
    store.acquireLease(name, holder, milliseconds).then(
      (other) => other && lost.abort(new Error(`the lease went to ${other.holder}`)),
      (error) => lost.abort(error),
    )
  }, milliseconds / 3)
  try {
    return await work({ lease: { name, holder }, lost: lost.signal })
  } finally {
    clearInterval(renewal)
    await store.releaseLease(name, holder)
  }
}
