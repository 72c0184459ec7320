import { InvalidInput } from './errors.ts'

/** What the graph knows about, in the words of its users. The order is the one lists show. */
export const kinds = [
  'Team',
  'Person',
  'Guild',
  'Domain',
  'System',
  'Service',
  'Api',
  'Operation',
  'ContractVersion',
  'Resource',
  'Technology',
  'Rfc',
  'Decision',
  'Milestone',
  'Standard',
  'Waiver',
] as const
export type Kind = (typeof kinds)[number]

/** Words that other tools use for our kinds. @see https://backstage.io/docs/features/software-catalog/descriptor-format */
const synonyms: readonly (readonly [string, Kind])[] = [
  ['group', 'Team'],
  ['user', 'Person'],
  ['component', 'Service'],
]

const byLowerCase = new Map<string, Kind>([
  ...kinds.map((kind) => [kind.toLowerCase(), kind] as const),
  ...synonyms,
])

/**
 * The kind that a word names, in any case: ours, or Backstage's for it (`component` is a Service).
 * @throws InvalidInput `kind-unknown` for a word that names no kind
 */
export function kindOf(word: string): Kind {
  const kind = byLowerCase.get(word.toLowerCase())
  if (!kind) throw new InvalidInput('kind-unknown', `"${word}" is no kind: use one of ${kinds.join(', ')}`)
  return kind
}
