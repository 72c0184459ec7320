import type { Impact } from '../commands/impact.ts'
import { counted } from './words.ts'

/** What a change reaches, by the team that owns it, for a person. */
export function impactText(refs: readonly string[], impact: Impact): string {
  const { totalCount, teams, followed } = impact
  const along = `Found along ${followed.relationTypes.join(', ')}; ${followed.confidences.join(', ').toLowerCase()}.`
  if (totalCount === 0) return `Nothing depends on ${refs.join(', ')}.\n${along}\n`
  const owners = teams.filter(({ team }) => team !== null).length
  const head = `If ${refs.join(', ')} ${refs.length === 1 ? 'changes' : 'change'}, ${counted(totalCount, 'thing notices', 'things notice')} it, of ${counted(owners, 'team')}.`
  return [head, ...teams.flatMap((team) => ['', ...teamText(team, impact)]), '', along, ''].join('\n')
}

function teamText(
  { team, count, nearest, entities }: Impact['teams'][number],
  { affected }: Impact,
): string[] {
  const who = team ? `${team.name} (${team.ref})` : 'Owned by nobody'
  const byRef = new Map(affected.map((each) => [each.entity.ref, each]))
  const shown = entities.flatMap(({ ref }) => byRef.get(ref) ?? [])
  const width = Math.max(0, ...shown.map(({ entity }) => entity.ref.length))
  const hidden = count - shown.length
  return [
    `${who}: ${count.toLocaleString('en')}, the nearest ${counted(nearest, 'step')} away`,
    ...shown.map(
      ({ entity, path }) => `  ${entity.ref.padEnd(width)}  ${path.map(({ name }) => name).join(' → ')}`,
    ),
    ...(hidden > 0 ? [`  … and ${hidden.toLocaleString('en')} more, further away`] : []),
  ]
}
