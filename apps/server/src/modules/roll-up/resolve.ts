import { type GroupBy, rollUp } from '@alidade/analysis'
import type { Ref } from '@alidade/model'
import type { Context } from '../../context.ts'
import { entityAt } from '../../graph/entity-node.ts'
import { checkFirst } from '../../schema/page.ts'
import type { RollUpModel } from './roll-up.ts'

interface RollUpArguments {
  readonly groupBy: GroupBy
  readonly first?: number | null | undefined
}

/** As in a neighbourhood: what is in no group. */
const none = 'none'
const keyOf = (group: Ref | null): string => group ?? none

export function rolledUp(_: unknown, { groupBy, first }: RollUpArguments, { view }: Context): RollUpModel {
  const { groups, cells } = rollUp(view.snapshot, groupBy)
  const shown = groups.slice(0, checkFirst(first))
  const keys = new Set(shown.map(({ group }) => keyOf(group)))
  return {
    totalGroups: groups.length,
    totalCells: cells.length,
    groups: shown.map(({ group, size }) => ({ key: keyOf(group), entity: entityAt(view, group), size })),
    cells: cells
      .map(({ from, to, ...cell }) => ({ ...cell, from: keyOf(from), to: keyOf(to) }))
      .filter(({ from, to }) => keys.has(from) && keys.has(to)),
  }
}
