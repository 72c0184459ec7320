import { type Change, type Delta, type Entity, type Ref, type Relation, relationId } from '@alidade/model'
import { endMissing, otherThanExpected } from '../refusals.ts'
import type { Transaction } from './connection.ts'

/**
 * Refuses a delta that takes something for new which is there, would change something that is not, or relates something
 * that is neither stored nor in it. It is asked for beforehand, since Neo4j itself refuses only some of it, and without
 * saying which. The store is locked by then. What goes is looked at when its relations have gone.
 */
export async function checkDelta(transaction: Transaction, { entities, relations }: Delta): Promise<void> {
  const known = await whatIsKnown(transaction, entities, relations)
  for (const { before, after } of entities) {
    if (!after) continue
    const stored = known.entity(after.ref)
    if (stored !== Boolean(before)) throw otherThanExpected(after.ref, stored)
  }
  const created = new Set(entities.filter(isNew).map(refOf))
  const isEnd = (ref: Ref) => created.has(ref) || known.entity(ref)
  for (const { before, after } of relations) {
    const relation = after ?? before
    if (!relation) continue
    const ends = isEnd(relation.from) && isEnd(relation.to)
    if (!before && !ends) throw endMissing(relation)
    const stored = ends && known.relation(relation)
    if (stored !== Boolean(before)) throw otherThanExpected(relation, stored)
  }
}

interface Known {
  entity(ref: Ref): boolean
  relation(relation: Relation): boolean
}

async function whatIsKnown(
  transaction: Transaction,
  entities: readonly Change<Entity>[],
  relations: readonly Change<Relation>[],
): Promise<Known> {
  const created = new Set(entities.filter(isNew).map(refOf))
  const expected = new Set(entities.filter((change) => change.before && change.after).map(refOf))
  for (const { before, after } of relations) {
    const relation = after ?? before
    for (const end of relation ? [relation.from, relation.to] : []) if (!created.has(end)) expected.add(end)
  }
  // Only what is other than expected comes back, which is nothing nearly always.
  const [found, missing, foundRelations, missingRelations] = await Promise.all([
    names(transaction, foundEntities, [...created]),
    names(transaction, missingEntities, [...expected]),
    names(transaction, foundOf, relations.filter(isNew).map(keyOf)),
    names(transaction, missingOf, relations.filter((change) => !isNew(change)).map(keyOf)),
  ])
  const newRelations = new Set(relations.filter(isNew).map(keyOf).map(textOf))
  return {
    entity: (ref) => (created.has(ref) ? found.has(ref) : !missing.has(ref)),
    relation: (relation) => {
      const id = relationId(relation)
      return newRelations.has(id) ? foundRelations.has(id) : !missingRelations.has(id)
    },
  }
}

const foundEntities = 'UNWIND $asked AS ref MATCH (e:Entity {ref: ref}) RETURN collect(ref) AS names'
const missingEntities = `
  UNWIND $asked AS ref
  OPTIONAL MATCH (e:Entity {ref: ref})
  WITH ref, e WHERE e IS NULL
  RETURN collect(ref) AS names`
const foundOf = `
  UNWIND $asked AS key
  MATCH (f:Entity {ref: key[0]})
  MATCH (t:Entity {ref: key[2]})
  WITH key, f, t WHERE EXISTS { MATCH (f)-[r]->(t) WHERE type(r) = key[1] }
  RETURN collect(key) AS names`
const missingOf = `
  UNWIND $asked AS key
  OPTIONAL MATCH (f:Entity {ref: key[0]})
  OPTIONAL MATCH (t:Entity {ref: key[2]})
  OPTIONAL MATCH (f)-[r]->(t) WHERE type(r) = key[1]
  WITH key, r WHERE r IS NULL
  RETURN collect(key) AS names`

type Name = string | readonly string[]

/** Of what is asked for, as much as the query names. */
async function names(
  { run }: Transaction,
  cypher: string,
  asked: readonly Name[],
): Promise<ReadonlySet<string>> {
  if (asked.length === 0) return new Set()
  const [row] = await run(cypher, { asked })
  return new Set(((row?.get('names') ?? []) as Name[]).map(textOf))
}

function isNew({ before }: Change<unknown>): boolean {
  return before === undefined
}

function refOf({ before, after }: Change<Entity>): Ref {
  const entity = after ?? before
  if (!entity) throw new Error('a change has neither a before nor an after')
  return entity.ref
}

function keyOf({ before, after }: Change<Relation>): readonly string[] {
  const relation = after ?? before
  if (!relation) throw new Error('a change has neither a before nor an after')
  return [relation.from, relation.type, relation.to]
}

/** As `relationId` gives it. */
function textOf(name: Name): string {
  return typeof name === 'string' ? name : name.join('\n')
}
