import { type Change, type Relation, relationHead } from '@alidade/model'
import { int, type Transaction } from './connection.ts'
import { readableOfRelation } from './readable.ts'

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
    gone.length === 0 || run(`${found} DELETE r`, { rows: gone }),
    changed.length === 0 || run(`${found} SET r = row.columns`, { rows: changed }),
    created.length === 0 ||
      run(`${ends} CREATE (f)-[r:$(row.type)]->(t) SET r = row.columns`, { rows: created }),
  ])
}

const ends = `
  UNWIND $rows AS row
  MATCH (f:Entity {ref: row.from})
  MATCH (t:Entity {ref: row.to})`
const found = `${ends} MATCH (f)-[r]->(t) WHERE type(r) = row.type`

interface Row {
  readonly from: string
  readonly type: string
  readonly to: string
  readonly columns: Readonly<Record<string, unknown>>
}

function row(relation: Relation): Row {
  const { from, type, to, properties, evidence, moreEvidence } = relation
  const { confidence, places } = relationHead(relation)
  return {
    from,
    type,
    to,
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
