import type { Entity, Said } from './entity.ts'
import { type Confidence, confidenceRank } from './evidence.ts'
import { canonicalJson } from './json.ts'
import type { Kind } from './kind.ts'
import type { Ref } from './ref.ts'
import type { Relation, RelationKey } from './relation.ts'

/** As much of an entity as questions about many need: the evidence stays in the store. */
export interface EntityHead extends Said {
  readonly ref: Ref
  readonly kind: Kind
  readonly name: string
  readonly unresolved: boolean
  readonly aliases: readonly Ref[]
  /** The properties in which its sources differ, in order; labels as `label:<key>`, annotations as `annotation:<key>`. */
  readonly differs: readonly string[]
}

/** As much of a relation as questions about many need. */
export interface RelationHead extends RelationKey {
  /** The strongest: contract, observed, declared, inferred. */
  readonly confidence: Confidence
  /** How many places say so. */
  readonly places: number
}

export function entityHead({
  statements,
  mentions,
  moreMentions,
  candidates,
  ...entity
}: Entity): EntityHead {
  return { ...entity, aliases: entity.aliases.map(({ ref }) => ref), differs: differences(statements) }
}

export function relationHead({ from, type, to, evidence, moreEvidence }: Relation): RelationHead {
  const strongest = evidence.reduce<Confidence>(
    (best, { confidence }) => (confidenceRank(confidence) < confidenceRank(best) ? confidence : best),
    'inferred',
  )
  return { from, type, to, confidence: strongest, places: evidence.length + moreEvidence }
}

/** What two descriptions of one thing say differently: something that only one of them says is no difference. */
function differences(statements: readonly Said[]): string[] {
  const said = new Map<string, string>()
  const differing = new Set<string>()
  for (const { properties, labels, annotations } of statements) {
    for (const [prefix, values] of [
      ['', properties],
      ['label:', labels],
      ['annotation:', annotations],
    ] as const) {
      for (const [key, value] of Object.entries(values)) {
        const text = canonicalJson(value)
        const first = said.get(prefix + key)
        if (first === undefined) said.set(prefix + key, text)
        else if (first !== text) differing.add(prefix + key)
      }
    }
  }
  return [...differing].sort()
}
