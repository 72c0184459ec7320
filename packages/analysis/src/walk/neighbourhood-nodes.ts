import type { Ref } from '@alidade/model'
import { type GroupBy, groupOf } from '../groups/group-by.ts'
import { none } from '../snapshot/columns.ts'
import { refOf } from '../snapshot/look-up.ts'
import { inOrder } from '../snapshot/text-order.ts'
import type { View } from '../snapshot/view.ts'
import type { Links } from './links.ts'
import type { NeighbourhoodNode, NeighbourhoodQuery } from './neighbourhood.ts'

/** How far away each entity is; roots first, 0. */
export type Distances = ReadonlyMap<number, number>

/** A node with what it stands for. */
export interface GatheredNode extends Omit<NeighbourhoodNode, 'hiddenIn' | 'hiddenOut'> {
  readonly members: readonly number[]
}

/** What is within the depth. Callers have negative distances; of both ways the nearer counts, `out` when as near. */
export function distancesAround(
  links: Links,
  roots: readonly number[],
  { depth, direction }: Pick<NeighbourhoodQuery, 'depth' | 'direction'>,
): Distances {
  const around = new Map(roots.map((root) => [root, 0]))
  const callees = direction === 'in' ? new Map() : distancesFrom(links, roots, 'out', depth)
  const callers = direction === 'out' ? new Map() : distancesFrom(links, roots, 'in', depth)
  for (const [number, distance] of callees) {
    if (!around.has(number)) around.set(number, distance)
  }
  for (const [number, distance] of callers) {
    if (distance < (around.get(number) ?? Number.POSITIVE_INFINITY)) around.set(number, -distance)
  }
  return around
}

function distancesFrom(
  links: Links,
  roots: readonly number[],
  direction: 'in' | 'out',
  depth: number,
): Map<number, number> {
  const found = new Map(roots.map((root) => [root, 0]))
  let level = roots
  for (let distance = 1; distance <= depth && level.length > 0; distance++) {
    const next: number[] = []
    for (const number of level) {
      for (const other of links.next(number, direction)) {
        if (found.has(other)) continue
        found.set(other, distance)
        next.push(other)
      }
    }
    level = next
  }
  return found
}

/** The nodes of a map, in its order: roots by ref, then by how far away, then by key. */
export function gatherNodes(view: View, around: Distances, groupBy: GroupBy | undefined): GatheredNode[] {
  const groups = new Map<number, { distance: number; members: number[] }>()
  const nodes: GatheredNode[] = []
  const inGroup = groupBy && groupOf(view, groupBy)
  for (const [number, distance] of around) {
    if (distance === 0 || !inGroup) {
      const ref = refOf(view, number)
      const root = distance === 0
      nodes.push({ key: ref, root, distance, ref, group: null, groupSize: 0, members: [number] })
      continue
    }
    const group = groups.get(inGroup(number)) ?? { distance, members: [] }
    groups.set(inGroup(number), group)
    group.members.push(number)
    if (isNearer(distance, group.distance)) group.distance = distance
  }
  for (const [number, { distance, members }] of groups) {
    const group = number === none ? null : refOf(view, number)
    const key = keyOf(group, number !== none && around.get(number) === 0)
    nodes.push({ key, root: false, distance, ref: null, group, groupSize: members.length, members })
  }
  return nodes.sort(
    (a, b) =>
      Number(b.root) - Number(a.root) || Math.abs(a.distance) - Math.abs(b.distance) || inOrder(a.key, b.key),
  )
}

function keyOf(group: Ref | null, isRoot: boolean): string {
  if (group === null) return 'none'
  return isRoot ? `group ${group}` : group
}

function isNearer(a: number, b: number): boolean {
  return Math.abs(a) < Math.abs(b) || (Math.abs(a) === Math.abs(b) && a > b)
}

/** The nodes with how much is next to them that none of them stands for. */
export function withHidden(links: Links, shown: readonly GatheredNode[]): NeighbourhoodNode[] {
  const represented = new Set(shown.flatMap(({ members }) => members))
  const hidden = (members: readonly number[], direction: 'in' | 'out'): number => {
    const others = new Set(members.flatMap((number) => links.next(number, direction)))
    let count = 0
    for (const other of others) if (!represented.has(other)) count++
    return count
  }
  return shown.map(({ members, ...node }) => ({
    ...node,
    hiddenIn: hidden(members, 'in'),
    hiddenOut: hidden(members, 'out'),
  }))
}
