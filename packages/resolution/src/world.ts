import type { LocatedStatement } from '@alidade/model'
import { join } from './join.ts'
import { type LookUp, lookUpIn } from './look-up.ts'
import { type Nodes, nodesOf } from './nodes.ts'
import type { Rules } from './rules.ts'
import { type ByTrust, byTrust } from './trust.ts'

/** Who is who, as far as some statements tell. */
export interface World {
  readonly nodes: Nodes
  readonly lookUp: LookUp
  readonly byTrust: ByTrust
}

export function worldOf(statements: Iterable<LocatedStatement>, { trust, rulings }: Rules): World {
  const order = byTrust(trust)
  const nodes = nodesOf(statements, order)
  join(nodes, rulings, order)
  return { nodes, lookUp: lookUpIn(nodes), byTrust: order }
}
