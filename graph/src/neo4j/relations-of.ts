import { type Ref, relationTypes } from '@alidade/model'
import { checkBound, checkLimit } from '../bounds.ts'
import type { RelationPage, RelationQuery } from '../graph-store.ts'
import { type Connection, int } from './connection.ts'
import { readRelation } from './relations.ts'

const patterns = { out: '(near)-[r]->(far:Entity)', in: '(near)<-[r]-(far:Entity)' } as const

/** See the port. */
export async function relationsOf(
  { query }: Connection,
  refs: readonly Ref[],
  { direction, types, limit }: RelationQuery,
): Promise<readonly RelationPage[]> {
  checkBound(refs.length, 'refs')
  checkLimit(limit, 0)
  if (refs.length === 0) return []
  // All are numbered before the limit cuts them, so the total is known in the same pass; the evidence is looked at only
  // for those that are left.
  const rows = await query(
    `UNWIND $refs AS ref
     CALL (ref) {
       MATCH (near:Entity {ref: ref})
       MATCH ${patterns[direction]} WHERE type(r) IN $types
       WITH r, type(r) AS type, far.ref AS far ORDER BY type, far
       RETURN collect([r, type, far]) AS ordered
     }
     RETURN ref, size(ordered) AS total, [found IN ordered[..$limit] | {
       type: found[1],
       far: found[2],
       properties: found[0].properties,
       evidence: found[0].evidence,
       moreEvidence: found[0].moreEvidence
     }] AS relations`,
    { refs: [...new Set(refs)], types: types ?? relationTypes, limit: int(limit) },
  )
  const pages = new Map(
    rows.map((row) => {
      const near = row.get('ref') as Ref
      const found = row.get('relations') as Record<string, unknown>[]
      const relations = found.map(({ far, ...rest }) =>
        readRelation({
          ...rest,
          ...(direction === 'out' ? { from: near, to: far } : { from: far, to: near }),
        }),
      )
      return [near, { relations, total: Number(row.get('total')) }]
    }),
  )
  return refs.map((ref) => pages.get(ref) ?? { relations: [], total: 0 })
}
