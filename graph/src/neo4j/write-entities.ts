import type { Change, Entity } from '@alidade/model'
import { entityText } from '../entity-text.ts'
import { otherThanExpected, stillRelated } from '../refusals.ts'
import type { Transaction } from './connection.ts'
import { readableOfEntity } from './readable.ts'

/** Stores those that are new or changed; see `checkDelta`. */
export async function putEntities({ run }: Transaction, changes: readonly Change<Entity>[]): Promise<void> {
  const created: Row[] = []
  const changed: Row[] = []
  for (const { before, after } of changes) if (after) (before ? changed : created).push(row(after))
  await Promise.all([
    // A statement with an empty list would be planned for an empty graph, and the plan kept.
    created.length === 0 ||
      run('UNWIND $rows AS row CREATE (e:Entity:$(row.kind)) SET e = row', { rows: created }),
    changed.length === 0 ||
      run(
        `UNWIND $rows AS row
         MATCH (e:Entity {ref: row.ref})
         REMOVE e:$(e.kind)
         SET e = row, e:$(row.kind)`,
        { rows: changed },
      ),
  ])
}

/** Deletes those that go; nothing may be related to them by then. */
export async function deleteEntities(
  { run }: Transaction,
  changes: readonly Change<Entity>[],
): Promise<void> {
  const refs = changes.flatMap(({ before, after }) => (before && !after ? [before.ref] : []))
  if (refs.length === 0) return
  const rows = await run(
    `UNWIND $refs AS ref
     OPTIONAL MATCH (e:Entity {ref: ref})
     WITH ref, e WHERE e IS NULL OR EXISTS { (e)--() }
     RETURN ref, e IS NOT NULL AS related`,
    { refs },
  )
  const refused = new Map(rows.map((row) => [row.get('ref') as string, Boolean(row.get('related'))]))
  for (const ref of refs) {
    const related = refused.get(ref)
    if (related !== undefined) throw related ? stillRelated(ref) : otherThanExpected(ref, false)
  }
  await run('UNWIND $refs AS ref MATCH (e:Entity {ref: ref}) DELETE e', { refs })
}

type Row = Readonly<Record<string, unknown>>

/** What people read first, what the store reads by after it, so that nothing hides a column. */
function row(entity: Entity): Row {
  const { ref, kind, name, unresolved, properties } = entity
  return { ...readableOfEntity(properties), ref, kind, name, unresolved, ...entityText(entity) }
}
