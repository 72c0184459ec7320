import { type Change, type Delta, type Entity, type Ref, type Relation, relationId } from '@alidade/model'
import { endMissing, otherThanExpected } from '../refusals.ts'
import type { Transaction } from './connection.ts'
import { planned, relationOfKey } from './relation-by-key.ts'

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
  for (const change of relations) {
    const relation = factOf(change)
    const ends = isEnd(relation.from) && isEnd(relation.to)
    if (isNew(change) && !ends) throw endMissing(relation)
    const stored = ends && known.relation(relation)
    if (stored === isNew(change)) throw otherThanExpected(relation, stored)
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
  const keys = relations.map(keyOf)
  const refs = new Set([
    ...entities.filter(({ after }) => after).map(refOf),
    ...keys.flatMap(([f, , t]) => [f, t]),
  ])
  const [knownRefs, knownKeys] = await Promise.all([
    found(transaction, findEntities, [...refs]),
    found(transaction, findRelations, keys),
  ])
  const refsThere = new Set(knownRefs)
  const idsThere = new Set(knownKeys.map((key) => key.join('\n')))
  return {
    entity: (ref) => refsThere.has(ref),
    relation: (relation) => idsThere.has(relationId(relation)),
  }
}

const findEntities = `
  UNWIND range(0, size($asked) - 1) AS n
  MATCH (e:Entity {ref: $asked[n]})
  RETURN collect(n) AS found`
// Not by EXISTS, which is planned as a search through all relations where there is none yet, and the plan is kept.
const findRelations = `
  UNWIND range(0, size($asked) - 1) AS n
  WITH n, $asked[n] AS key
  ${relationOfKey}
  RETURN collect(n) AS found`

/** Of what is asked for, what is there. */
async function found<Asked>(
  { run }: Transaction,
  cypher: string,
  asked: readonly Asked[],
): Promise<readonly Asked[]> {
  // A statement with an empty list would be planned for an empty graph, too.
  if (asked.length === 0) return []
  const [row] = await run(planned(cypher, asked.length), { asked })
  const there = new Set(row?.get('found') ?? [])
  return asked.filter((_, n) => there.has(n))
}

function isNew({ before }: Change<unknown>): boolean {
  return before === undefined
}

function refOf(change: Change<Entity>): Ref {
  return factOf(change).ref
}

function keyOf(change: Change<Relation>): readonly [from: Ref, type: string, to: Ref] {
  const { from, type, to } = factOf(change)
  return [from, type, to]
}

function factOf<Fact>({ before, after }: Change<Fact>): Fact {
  const fact = after ?? before
  if (fact === undefined) throw new Error('a change has neither a before nor an after')
  return fact
}
