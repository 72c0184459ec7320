import { kinds } from '@alidade/model'
import { none } from '../snapshot/columns.ts'
import type { View } from '../snapshot/view.ts'

/** By first owner, by system, by domain. */
export const groupings = ['team', 'system', 'domain'] as const
export type GroupBy = (typeof groupings)[number]

const isTeam = new Set([kinds.indexOf('Team'), kinds.indexOf('Person')])

/** Tells of each number its group: a team (or person), system or domain is in its own; `none` for what is in none. */
export function groupOf({ columns, texts }: View, groupBy: GroupBy): (number: number) => number {
  if (groupBy === 'team') {
    return (number) =>
      isTeam.has(columns.kind[number] as number)
        ? number
        : (texts.lists.listOf(columns.owners[number] as number)[0] ?? none)
  }
  const kind = kinds.indexOf(groupBy === 'system' ? 'System' : 'Domain')
  const column = groupBy === 'system' ? columns.system : columns.domain
  return (number) => (columns.kind[number] === kind ? number : (column[number] as number))
}
