import { InvalidInput } from '@alidade/model'
import type { Connection } from './connection.ts'
import { bookkeepingLabels, entityLabel } from './labels.ts'

const own = [entityLabel, ...bookkeepingLabels]

// Each of our nodes has just one of our labels, so the counts that Neo4j keeps tell whether there are others.
const counts = `
  RETURN COUNT { () } AS everything, COUNT { (:AlidadeStore) } AS stores,
    ${own.map((label) => `COUNT { (:${label}) }`).join(' + ')} AS ours`

/**
 * Refuses a database that holds anything else than a graph of Alidade's: what another program keeps there would be in
 * its way, or it in theirs.
 * @throws InvalidInput `store-foreign`
 */
export async function refuseForeignNodes({ query }: Connection, where: string): Promise<void> {
  const [row] = await query(counts)
  const [everything, stores, ours] = [row?.get('everything'), row?.get('stores'), row?.get('ours')].map(
    Number,
  )
  if (everything === 0 || (stores === 1 && everything === ours)) return
  const [example] = await query(
    `MATCH (n) WHERE $stores = 0 OR none(label IN labels(n) WHERE label IN $own) RETURN labels(n) AS labels LIMIT 1`,
    { own, stores },
  )
  const labels = ((example?.get('labels') ?? []) as string[]).map((label) => `:${label}`).join('')
  throw new InvalidInput(
    'store-foreign',
    `${where} holds what is not Alidade's (such as a node ${labels || 'without a label'}): set NEO4J_DATABASE to an ` +
      'empty database, or NEO4J_URI to a server with one',
  )
}
