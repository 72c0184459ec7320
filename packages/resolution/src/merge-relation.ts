import { canonicalJson, type Evidence, type Json, type Relation, type RelationKey } from '@alidade/model'
import { cut, everyPlace, inOrderOfTrust, moreOf } from './merge-evidence.ts'
import { inOrder } from './names.ts'
import type { ByTrust } from './trust.ts'

/** What one place says of a relation. */
export interface Saying {
  readonly evidence: Evidence
  readonly properties: Readonly<Record<string, Json>> | undefined
  /** How many more places the statement stands for. */
  readonly more: number
}

const noProperties = {}

/** A relation from all that is said of it: the most trusted to give a property wins. */
export function mergeRelation(
  { from, type, to }: RelationKey,
  sayings: readonly Saying[],
  byTrust: ByTrust,
): Relation {
  const [only, ...others] = sayings
  if (only && others.length === 0) {
    const properties = only.properties ?? noProperties
    return { from, type, to, properties, evidence: [only.evidence], moreEvidence: only.more }
  }
  const order = inOrderOfTrust(byTrust)
  const sorted = sayings.toSorted(
    (a, b) =>
      order(a.evidence, b.evidence) ||
      a.more - b.more ||
      inOrder(canonicalJson(a.properties ?? null), canonicalJson(b.properties ?? null)),
  )
  const { kept, more } = cut(everyPlace(sorted.map(({ evidence }) => evidence)))
  const properties = Object.assign({}, ...sorted.map((saying) => saying.properties).reverse())
  return { from, type, to, properties, evidence: kept, moreEvidence: more + moreOf(sorted) }
}

/** What the only place of a relation says. */
export function sayingOf({ evidence: [evidence], properties, moreEvidence }: Relation): Saying {
  if (!evidence) throw new Error('a relation has no evidence')
  return { evidence, properties, more: moreEvidence }
}
