import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { type Change, type Ref, type Relation, relationHead } from '@alidade/model'
import { endMissing, otherThanExpected } from '../refusals.ts'
import { prepared } from './connection.ts'
import { isDuplicate } from './failures.ts'

/** Stores those that are new or changed, deletes those that go. Their ends are stored by then. */
export function writeRelations(db: DatabaseSync, changes: readonly Change<Relation>[]): void {
  if (changes.length === 0) return
  const ids = idsOfEnds(db, changes)
  const insert = prepared(
    db,
    `insert into relation (confidence, places, properties, more_evidence, evidence, "from", type, "to")
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = prepared(
    db,
    `update relation set confidence = ?, places = ?, properties = ?, more_evidence = ?, evidence = ?
     where "from" = ? and type = ? and "to" = ?`,
  )
  const remove = prepared(db, 'delete from relation where "from" = ? and type = ? and "to" = ?')
  for (const { before, after } of changes) {
    const relation = after ?? before
    if (!relation) continue
    const key = keyOf(relation, ids)
    if (!key) throw after && !before ? endMissing(relation) : otherThanExpected(relation, false)
    if (after && !before) insertNew(() => insert.run(...columns(after), ...key), after)
    else {
      const { changes } = after ? update.run(...columns(after), ...key) : remove.run(...key)
      if (changes === 0) throw otherThanExpected(relation, false)
    }
  }
}

function idsOfEnds(
  db: DatabaseSync,
  changes: readonly Change<Relation>[],
): ReadonlyMap<unknown, SQLInputValue> {
  const refs = new Set<Ref>()
  for (const { before, after } of changes) {
    const relation = after ?? before
    if (relation) refs.add(relation.from).add(relation.to)
  }
  const rows = prepared(
    db,
    'select e.ref, e.id from json_each(?) asked cross join entity e on e.ref = asked.value',
  ).all(JSON.stringify([...refs]))
  return new Map(rows.map(({ ref, id = null }) => [ref, id]))
}

function keyOf(
  { from, type, to }: Relation,
  ids: ReadonlyMap<unknown, SQLInputValue>,
): SQLInputValue[] | undefined {
  const [fromId, toId] = [ids.get(from), ids.get(to)]
  return fromId === undefined || toId === undefined ? undefined : [fromId, type, toId]
}

function columns(relation: Relation): SQLInputValue[] {
  const { confidence, places } = relationHead(relation)
  const { properties, moreEvidence, evidence } = relation
  return [confidence, places, JSON.stringify(properties), moreEvidence, JSON.stringify(evidence)]
}

function insertNew(insert: () => unknown, relation: Relation): void {
  try {
    insert()
  } catch (error) {
    throw isDuplicate(error) ? otherThanExpected(relation, true) : error
  }
}
