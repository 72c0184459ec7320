import type { DatabaseSync } from 'node:sqlite'
import type { Relation, RelationKey } from '@alidade/model'
import { checkBound } from '../bounds.ts'
import { relationRow } from '../rows.ts'
import { prepared } from './connection.ts'

/** See the port. */
export function relations(db: DatabaseSync, keys: readonly RelationKey[]): (Relation | undefined)[] {
  checkBound(keys.length, 'refs')
  const rows = prepared(
    db,
    `select f.ref as "from", r.type, t.ref as "to", r.properties, r.more_evidence, r.evidence
     from json_each(?) asked
       left join entity f on f.ref = asked.value ->> 0
       left join entity t on t.ref = asked.value ->> 2
       left join relation r on r."from" = f.id and r.type = asked.value ->> 1 and r."to" = t.id
     order by asked.key`,
  )
  const asked = JSON.stringify(keys.map(({ from, type, to }) => [from, type, to]))
  return rows.all(asked).map((row) => (row.type === null ? undefined : readRelation(row)))
}

/** A relation from its columns. */
export function readRelation(row: Record<string, unknown>): Relation {
  const { from, type, to, properties, evidence, more_evidence: moreEvidence } = row
  return relationRow.parse({
    from,
    type,
    to,
    properties: JSON.parse(String(properties)),
    evidence: JSON.parse(String(evidence)),
    moreEvidence,
  })
}
