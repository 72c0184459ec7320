import type { GraphStore, KeyedReading } from '@alidade/graph'
import type { Delta, LocatedStatement, ReadingKey } from '@alidade/model'
import { plan, type Rules, resolveAll, resolveAround } from '@alidade/resolution'
import { allFacts, factsAt } from './facts-before.ts'
import { statementsAfter } from './statements.ts'

/** Above so many touched keys, looking at everything once is quicker than looking around each. */
const mostTouched = 20_000

/** What is to change before the facts are computed anew. */
export interface Intent {
  readonly put: readonly KeyedReading[]
  readonly remove: readonly ReadingKey[]
  /** Keys of the statements that came, went or changed, and of the names that a ruling speaks of. */
  readonly touched: ReadonlySet<string>
  readonly rules: Rules
  /** Whether everything is to be looked at, whatever was touched: an earlier import did not come to its end. */
  readonly everything: boolean
}

/** What would change in the graph. Writes nothing. */
export async function planImport(store: GraphStore, intent: Intent): Promise<Delta> {
  const statements = statementsAfter(store, intent.put, intent.remove)
  if (!intent.everything && intent.touched.size === 0) return { entities: [], relations: [] }
  if (!intent.everything && intent.touched.size <= mostTouched) {
    const after = await resolveAround(intent.touched, statements.byKey, intent.rules)
    return plan(await factsAt(store, after.covers), after)
  }
  const all: LocatedStatement[] = []
  for await (const chunk of statements.all()) for (const located of chunk) all.push(located)
  return plan(await allFacts(store), resolveAll(all, intent.rules))
}
