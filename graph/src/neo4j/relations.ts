import { type Relation, type RelationKey, relationId } from '@alidade/model'
import { checkBound } from '../bounds.ts'
import { relationRow } from '../rows.ts'
import type { Connection } from './connection.ts'
import { planned, relationOfKey } from './relation-by-key.ts'

/** See the port. */
export async function relations(
  { query }: Connection,
  keys: readonly RelationKey[],
): Promise<readonly (Relation | undefined)[]> {
  checkBound(keys.length, 'refs')
  if (keys.length === 0) return []
  const asked = new Map(keys.map((key) => [relationId(key), [key.from, key.type, key.to]]))
  const rows = await query(
    planned(
      `UNWIND $keys AS key
     ${relationOfKey}
     RETURN key[0] AS from, key[1] AS type, key[2] AS to, r.properties AS properties, r.evidence AS evidence,
       r.moreEvidence AS moreEvidence`,
      asked.size,
    ),
    { keys: [...asked.values()] },
  )
  const found = new Map(
    rows.map((row) => {
      const relation = readRelation(row.toObject())
      return [relationId(relation), relation]
    }),
  )
  return keys.map((key) => found.get(relationId(key)))
}

/** A relation from its columns. */
export function readRelation({ properties, evidence, ...rest }: Record<string, unknown>): Relation {
  return relationRow.parse({
    ...rest,
    properties: JSON.parse(String(properties)),
    evidence: JSON.parse(String(evidence)),
  })
}
