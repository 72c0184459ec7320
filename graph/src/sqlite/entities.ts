import type { DatabaseSync } from 'node:sqlite'
import type { Entity, Ref } from '@alidade/model'
import { checkBound } from '../bounds.ts'
import { readEntityText } from '../entity-text.ts'
import { entityRow } from '../rows.ts'
import { prepared } from './connection.ts'

/** See the port. */
export function entities(db: DatabaseSync, refs: readonly Ref[]): (Entity | undefined)[] {
  checkBound(refs.length, 'refs')
  const rows = prepared(
    db,
    `select e.ref, e.kind, e.name, e.unresolved, e.said, e.detail
     from json_each(?) asked left join entity e on e.ref = asked.value
     order by asked.key`,
  )
  return rows.all(JSON.stringify(refs)).map((row) => (row.ref === null ? undefined : readEntity(row)))
}

/** An entity from its columns. */
export function readEntity({ ref, kind, name, unresolved, said, detail }: Record<string, unknown>): Entity {
  const rest = readEntityText({ said: String(said), detail: String(detail) })
  return entityRow.parse({ ref, kind, name, unresolved: Boolean(unresolved), ...rest })
}
