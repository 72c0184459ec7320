import type { Entity, Ref } from '@alidade/model'
import { checkBound } from '../bounds.ts'
import { readEntityText } from '../entity-text.ts'
import { entityRow } from '../rows.ts'
import type { Connection } from './connection.ts'

/** See the port. */
export async function entities(
  { query }: Connection,
  refs: readonly Ref[],
): Promise<readonly (Entity | undefined)[]> {
  checkBound(refs.length, 'refs')
  if (refs.length === 0) return []
  const rows = await query(
    `UNWIND $refs AS ref
     MATCH (e:Entity {ref: ref})
     RETURN e.ref AS ref, e.kind AS kind, e.name AS name, e.unresolved AS unresolved, e.said AS said, e.detail AS detail`,
    { refs: [...new Set(refs)] },
  )
  const found = new Map(rows.map((row) => [row.get('ref') as Ref, readEntity(row.toObject())]))
  return refs.map((ref) => found.get(ref))
}

/** An entity from its columns. */
export function readEntity({ ref, kind, name, unresolved, said, detail }: Record<string, unknown>): Entity {
  const rest = readEntityText({ said: String(said), detail: String(detail) })
  return entityRow.parse({ ref, kind, name, unresolved, ...rest })
}
