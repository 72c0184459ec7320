import type { Revision } from '../graph-store.ts'
import type { Connection } from './connection.ts'

/** See the port. */
export async function revision({ query }: Connection): Promise<Revision> {
  const [row] = await query("MATCH (store:AlidadeStore {name: 'store'}) RETURN store.revision AS revision")
  return row?.get('revision') ?? 0
}
