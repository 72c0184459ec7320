import type { Transaction } from './connection.ts'

/**
 * Until this transaction ends, no other one that locks the store first goes on. A statement of its own, so that those
 * after it see what was committed before.
 */
export async function lockStore({ run }: Transaction): Promise<void> {
  await run("MATCH (store:AlidadeStore {name: 'store'}) SET store.locked = true")
}
