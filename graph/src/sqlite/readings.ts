import type { DatabaseSync } from 'node:sqlite'
import type { Reading, ReadingKey } from '@alidade/model'
import { checkBound } from '../bounds.ts'
import { readingRow } from '../rows.ts'
import { inSnapshot, prepared } from './connection.ts'

/** See the port. */
export function readings(db: DatabaseSync, keys: readonly ReadingKey[]): (Reading | undefined)[] {
  checkBound(keys.length, 'readings')
  const rows = prepared(
    db,
    `select r.id, r.head from json_each(?) asked
       left join reading r on r.source = asked.value ->> 0 and r.file = asked.value ->> 1
     order by asked.key`,
  )
  const statements = prepared(db, 'select body from statement where reading = ? order by place')
  return inSnapshot(db, () =>
    rows.all(JSON.stringify(keys.map(({ source, file }) => [source, file]))).map(({ id, head }) =>
      id === null || id === undefined
        ? undefined
        : readingRow.parse({
            ...JSON.parse(String(head)),
            statements: statements.all(id).map(({ body }) => JSON.parse(String(body))),
          }),
    ),
  )
}
