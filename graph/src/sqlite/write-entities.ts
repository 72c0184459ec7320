import type { DatabaseSync } from 'node:sqlite'
import type { Change, Entity } from '@alidade/model'
import { entityText } from '../entity-text.ts'
import { otherThanExpected, stillRelated } from '../refusals.ts'
import { prepared } from './connection.ts'
import { isDuplicate, isForeignKey } from './failures.ts'

/** Stores those that are new or changed. */
export function putEntities(db: DatabaseSync, changes: readonly Change<Entity>[]): void {
  const insert = prepared(
    db,
    'insert into entity (kind, name, unresolved, said, detail, ref) values (?, ?, ?, ?, ?, ?)',
  )
  const update = prepared(
    db,
    'update entity set kind = ?, name = ?, unresolved = ?, said = ?, detail = ? where ref = ?',
  )
  for (const { before, after } of changes) {
    if (!after) continue
    const { said, detail } = entityText(after)
    const columns = [after.kind, after.name, Number(after.unresolved), said, detail, after.ref]
    if (!before) insertNew(() => insert.run(...columns), after.ref)
    else if (update.run(...columns).changes === 0) throw otherThanExpected(after.ref, false)
  }
}

/** Deletes those that go; nothing may be related to them by then. */
export function deleteEntities(db: DatabaseSync, changes: readonly Change<Entity>[]): void {
  const remove = prepared(db, 'delete from entity where ref = ?')
  for (const { before, after } of changes) {
    if (after || !before) continue
    try {
      if (remove.run(before.ref).changes === 0) throw otherThanExpected(before.ref, false)
    } catch (error) {
      throw isForeignKey(error) ? stillRelated(before.ref) : error
    }
  }
}

function insertNew(insert: () => unknown, ref: string): void {
  try {
    insert()
  } catch (error) {
    throw isDuplicate(error) ? otherThanExpected(ref, true) : error
  }
}
