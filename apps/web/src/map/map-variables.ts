import type { Direction, GroupBy, NeighbourhoodQueryVariables } from '../generated/documents.ts'
import { type MapView, rowsAtMost } from './map-view.ts'

/** As many nodes as a map or a list is made of, unless more rows are asked for. */
const nodesAtFirst = 250

const directions = { in: 'IN', both: 'BOTH', out: 'OUT' } as const satisfies Record<string, Direction>
const groupings = { team: 'TEAM', system: 'SYSTEM', domain: 'DOMAIN' } as const satisfies Record<
  string,
  GroupBy
>

/** What a map asks the server for: what is opened is asked for as if it was in the middle too. */
export function neighbourhoodVariables(
  roots: readonly string[],
  { depth, direction, groupBy, rows, open }: MapView,
): NeighbourhoodQueryVariables {
  return {
    refs: [...new Set([...roots, ...open])].slice(0, 50),
    depth: depth ?? 1,
    direction: directions[direction ?? 'both'],
    groupBy: groupBy ? groupings[groupBy] : null,
    first: rows !== undefined && rows > nodesAtFirst / 5 ? rowsAtMost : nodesAtFirst,
  }
}
