import type { Commit, NewRecord, Revision } from '../graph-store.ts'
import { int, type Transaction } from './connection.ts'

/** Adds records, in their order, numbered on from `last`. */
export async function writeRecords(
  { run }: Transaction,
  records: readonly NewRecord[],
  { actor, at, revision, last }: Pick<Commit, 'actor' | 'at'> & { revision: Revision; last: number },
): Promise<void> {
  if (records.length === 0) return
  await run(
    `UNWIND $rows AS row
     CREATE (r:AlidadeRecord {actor: $actor, at: $at, revision: $revision})
     SET r += row`,
    {
      actor,
      at,
      revision: int(revision),
      rows: records.map(({ stream, value }, n) => ({
        stream,
        value: JSON.stringify(value),
        sequence: int(last + n + 1),
      })),
    },
  )
}
