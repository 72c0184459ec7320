import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { GraphStore, Lease } from '@alidade/graph'
import { InvalidInput } from '@alidade/model'

const name = 'import'
const milliseconds = 60_000

export interface Held {
  readonly lease: { readonly name: string; readonly holder: string }
  /** Aborted when the lease is lost, so that work under it stops. */
  readonly lost: AbortSignal
  /**
   * Makes sure of it after work that let nothing else run, which the lease may not have outlived.
   * @throws InvalidInput `import-running` when another import has begun meanwhile
   */
  renew(): Promise<void>
}

/**
 * Runs work that only one process may do at a time. The lease is renewed while the work goes on. One whose process has
 * died on this machine is taken over at once; else who dies holding it holds up the next for a minute.
 * @throws InvalidInput `import-running` when somebody else is at it
 */
export async function holdingLease<Result>(
  store: GraphStore,
  work: (held: Held) => Promise<Result>,
): Promise<Result> {
  const holder = `${hostname()} ${process.pid} ${randomUUID()}`
  const renew = async () => {
    const taken = await take(store, holder)
    if (taken) throw running(taken)
  }
  await renew()
  const lost = new AbortController()
  const renewal = setInterval(() => {
    renew().catch((error: unknown) => lost.abort(error))
  }, milliseconds / 3)
  try {
    return await work({ lease: { name, holder }, lost: lost.signal, renew })
  } finally {
    clearInterval(renewal)
    await store.releaseLease(name, holder)
  }
}

/** Who has it, when it can't be taken. */
async function take(store: GraphStore, holder: string): Promise<Lease | undefined> {
  const taken = await store.acquireLease(name, holder, milliseconds)
  if (!taken || !(store.engine === 'sqlite' && hasDied(taken.holder))) return taken
  await store.releaseLease(name, taken.holder)
  return store.acquireLease(name, holder, milliseconds)
}

/** Whether a process of this machine has ended; of others it can't be told. */
function hasDied(holder: string): boolean {
  const [host, pid] = holder.split(' ')
  if (host !== hostname() || !pid) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

function running({ holder, until }: Lease): InvalidInput {
  const [host, pid] = holder.split(' ')
  return new InvalidInput(
    'import-running',
    `another import is running (process ${pid} on ${host}, until ${until} unless it goes on longer): wait for it, then try again`,
  )
}
