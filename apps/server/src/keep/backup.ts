import type { Environment } from '../environment.ts'
import { openExistingStore } from '../graph/open-store.ts'
import { readBackup } from './read-backup.ts'
import { compared, type KeepingReport, type KeepingRequest } from './report.ts'
import { type Sums, sumsOf } from './sums.ts'
import { writeBackup } from './write-backup.ts'

/**
 * Writes all that the store of the environment keeps, at one revision, into a file, and reads it back to compare. A
 * server may have the store open.
 * @throws InvalidInput `graph-missing`, `backup-not-written`
 */
export async function backup(
  environment: Environment,
  file: string,
  { onProgress }: KeepingRequest = {},
): Promise<KeepingReport> {
  const begun = performance.now()
  const { store, where } = await openExistingStore(environment)
  let written: Sums
  try {
    written = await writeBackup(store, file, new Date().toISOString(), (rows) =>
      onProgress?.({ stage: 'write', rows }),
    )
  } finally {
    await store.close()
  }
  const read = await sumsOf(readBackup(file), (rows) => onProgress?.({ stage: 'check', rows }))
  return compared(
    written,
    read,
    { did: 'backup', from: where, to: file, revision: read.commits.count },
    begun,
  )
}
