import { type Change, type Relation, relationHead } from '@alidade/model'
import { int, type Transaction } from './connection.ts'
import { readableOfRelation } from './readable.ts'
import { endsOfKey, planned, relationOfKey } from './relation-by-key.ts'

/** Stores those that are new or changed, deletes those that go; see `checkDelta`. Their ends are stored by then. */
export async function writeRelations(
  { run }: Transaction,
  changes: readonly Change<Relation>[],
): Promise<void> {
  const created: Row[] = []
  const changed: Row[] = []
  const gone: Row[] = []
  for (const { before, after } of changes) {
    if (after) (before ? changed : created).push(row(after))
    else if (before) gone.push(row(before))
  }
  // Created and not merged, which Neo4j would plan as a search. No statement has an empty list: it would be planned for
  // an empty graph, and the plan kept.
  await Promise.all([
    gone.length === 0 || run(planned(deleteThem, gone.length), { rows: gone }),
    changed.length === 0 || run(planned(changeThem, changed.length), { rows: changed }),
    created.length === 0 || run(createThem, { rows: created }),
  ])
}

const deleteThem = `UNWIND $rows AS row WITH row.key AS key ${relationOfKey} DELETE r`
const changeThem = `UNWIND $rows AS row WITH row, row.key AS key ${relationOfKey} SET r = row.columns`
const createThem = `
  UNWIND $rows AS row WITH row, row.key AS key ${endsOfKey}
  CREATE (f)-[r:$(key[1])]->(t) SET r = row.columns`

interface Row {
  readonly key: readonly [from: string, type: string, to: string]
  readonly columns: Readonly<Record<string, unknown>>
}

function row(relation: Relation): Row {
  const { from, type, to, properties, evidence, moreEvidence } = relation
  const { confidence, places } = relationHead(relation)
  return {
    key: [from, type, to],
    columns: {
      ...readableOfRelation(properties),
      confidence,
      places: int(places),
      properties: JSON.stringify(properties),
      evidence: JSON.stringify(evidence),
      moreEvidence: int(moreEvidence),
    },
  }
}
