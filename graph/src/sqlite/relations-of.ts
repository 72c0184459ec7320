import type { DatabaseSync } from 'node:sqlite'
import { type Ref, relationTypes } from '@alidade/model'
import { checkBound, checkLimit } from '../bounds.ts'
import type { RelationPage, RelationQuery } from '../graph-store.ts'
import { prepared } from './connection.ts'
import { readRelation } from './relations.ts'

const ends = { out: { near: '"from"', far: '"to"' }, in: { near: '"to"', far: '"from"' } } as const

/** See the port. */
export function relationsOf(db: DatabaseSync, refs: readonly Ref[], query: RelationQuery): RelationPage[] {
  checkBound(refs.length, 'refs')
  checkLimit(query.limit, 0)
  const { near, far } = ends[query.direction]
  // The window numbers each ref's relations before the limit cuts them, so the total is known in the same pass; the
  // evidence is looked up only for those that are left.
  const rows = prepared(
    db,
    `with numbered as materialized (
       select asked.key as position, r."from", r.type, r."to",
         row_number() over (partition by asked.key order by r.type, far.ref) as number,
         count(*) over (partition by asked.key) as total
       from json_each(:refs) asked
         cross join entity near on near.ref = asked.value
         cross join relation r on r.${near} = near.id
         cross join entity far on far.id = r.${far}
       where r.type in (select value from json_each(:types))
     )
     select n.position, n.total, f.ref as "from", n.type, t.ref as "to", r.properties, r.more_evidence, r.evidence
     from numbered n
       cross join relation r on r."from" = n."from" and r.type = n.type and r."to" = n."to"
       cross join entity f on f.id = n."from"
       cross join entity t on t.id = n."to"
     where n.number <= :limit
     order by n.position, n.number`,
  ).all({
    refs: JSON.stringify(refs),
    types: JSON.stringify(query.types ?? relationTypes),
    // One row at least, for the total.
    limit: Math.max(1, query.limit),
  })
  const pages = Map.groupBy(rows, (row) => Number(row.position))
  return refs.map((_, position) => {
    const page = pages.get(position) ?? []
    return { relations: page.slice(0, query.limit).map(readRelation), total: Number(page[0]?.total ?? 0) }
  })
}
