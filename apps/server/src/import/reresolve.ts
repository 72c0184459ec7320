import type { GraphStore } from '@alidade/graph'
import type { Json, Ruling } from '@alidade/model'
import { inCommits, keysOfRuling } from '@alidade/resolution'
import type { Reresolve, RulingChange } from '../import-port.ts'
import { applyPlan } from './apply-plan.ts'
import { holdingLease } from './lease.ts'
import { planImport } from './plan-import.ts'
import { rulingStream, standingRulings } from './rulings.ts'

/** See `Reresolve`. */
export const reresolve: Reresolve = (store, change, { actor, now }) =>
  holdingLease(store, async (held) => {
    const plannedFor = await store.revision()
    const stored = await store.sources()
    const delta = await planImport(store, {
      put: [],
      remove: [],
      touched: new Set(keysOfRuling('give' in change ? change.give : change.of)),
      rules: { trust: [], rulings: await rulingsAfter(store, change) },
      everything: stored.some(({ unfinished }) => unfinished),
    })
    // More than one commit holds is marked at the sources, so that the next import completes it if it is broken off.
    const marked = inCommits(delta).length > 1 ? stored : stored.filter(({ unfinished }) => unfinished)
    return applyPlan(
      store,
      {
        put: [],
        remove: [],
        delta,
        sources: marked.map(({ unfinished: _, ...source }) => source),
        sourcesGone: [],
        records: [{ stream: rulingStream, value: recordOf(change) }],
      },
      { actor, now: now.toISOString(), held, plannedFor },
    )
  })

async function rulingsAfter(store: GraphStore, change: RulingChange): Promise<readonly Ruling[]> {
  const standing = await standingRulings(store)
  if ('give' in change) return [...standing, change.give]
  return standing.filter(({ id }) => id !== change.undo)
}

function recordOf(change: RulingChange): Json {
  return 'give' in change ? { ...change.give } : { undo: change.undo }
}
