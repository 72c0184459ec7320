import { groupings } from '../groups/group-by.ts'
import { rollUp } from '../groups/roll-up.ts'
import { teamDependencies } from '../groups/team-dependencies.ts'
import { facets } from '../list/facets.ts'
import { list } from '../list/list.ts'
import { stats } from '../list/stats.ts'
import { search } from '../names/search.ts'
import { facetNames, orders } from '../questions.ts'
import { relationsAt, summaryOf } from '../snapshot/summary.ts'
import type { View } from '../snapshot/view.ts'
import { cycles } from '../walk/cycles.ts'
import { dependencies } from '../walk/dependencies.ts'
import { everything, teams } from './arbitrary-graph.ts'
import { ref } from './facts.ts'

const refs = [...everything, ...['service:old/a', 'service:old/b', 'api:old/x', 'api:old/x#GET /a'].map(ref)]
const first = 1_000

/** All that can be asked of a small view, to tell whether two of them are the same graph. */
export function answersOf(view: View) {
  return {
    stats: stats(view),
    summaries: refs.map((it) => summaryOf(view, it)),
    relations: refs.map((it) => relationsAt(view, it, { direction: 'both', first })),
    callees: refs.map((it) => dependencies(view, it, 'out', { first })),
    callers: refs.map((it) => dependencies(view, it, 'in', { first })),
    lists: orders.map((by) => list(view, { orderBy: { by, descending: false }, first })),
    facets: facets(view, {}, facetNames),
    found: ['cart', 'chekout', 'a', 'x', 'service:old/a'].map((text) => search(view, text, { first })),
    cycles: cycles(view, { first }),
    rolledUp: groupings.map((by) => rollUp(view, by)),
    teams: teams.map((it) => [teamDependencies(view, it, 'in'), teamDependencies(view, it, 'out')]),
  }
}
