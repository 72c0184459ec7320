import type { Commit } from '../graph-store.ts'
import type { Transaction } from './connection.ts'

/** Puts and removes sources; their readings are named for themselves. */
export async function writeSources(
  { run }: Transaction,
  { put = [], remove = [] }: NonNullable<Commit['sources']>,
): Promise<void> {
  await Promise.all([
    remove.length === 0 ||
      run('UNWIND $ids AS id MATCH (s:AlidadeSource {id: id}) DELETE s', { ids: remove }),
    put.length === 0 ||
      run('UNWIND $rows AS row MERGE (s:AlidadeSource {id: row.id}) SET s.body = row.body', {
        rows: put.map((source) => ({ id: source.id, body: JSON.stringify(source) })),
      }),
  ])
}
