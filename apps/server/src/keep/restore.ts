import type { Environment } from '../environment.ts'
import { openStoreToLoad } from '../graph/open-store.ts'
import { fill } from './fill.ts'
import { readBackup } from './read-backup.ts'
import { compared, type KeepingReport, type KeepingRequest } from './report.ts'
import { sumsOf } from './sums.ts'

/**
 * Fills the store of the environment, which has to be empty, from a file. The whole file is checked before.
 * @throws InvalidInput `backup-unreadable`, `backup-damaged`, `backup-newer`, `store-not-empty`
 */
export async function restore(
  environment: Environment,
  file: string,
  { onProgress }: KeepingRequest = {},
): Promise<KeepingReport> {
  const begun = performance.now()
  const there = await sumsOf(readBackup(file), (rows) => onProgress?.({ stage: 'check', rows }))
  const { store, where } = await openStoreToLoad(environment)
  try {
    const { revision, sums } = await fill(store, readBackup(file), onProgress)
    return compared(there, sums, { did: 'restore', from: file, to: where, revision }, begun)
  } finally {
    await store.close()
  }
}
