import { canonicalJson, type Evidence, evidenceId, mostEvidence } from '@alidade/model'
import { inOrder } from './names.ts'
import type { ByTrust } from './trust.ts'

/** The most trusted first; what stands in the same place by what it says, so that no order of reading matters. */
export function inOrderOfTrust(byTrust: ByTrust): (a: Evidence, b: Evidence) => number {
  return (a, b) =>
    byTrust(a, b) ||
    inOrder(a.reason ?? '', b.reason ?? '') ||
    inOrder(a.environment ?? '', b.environment ?? '') ||
    inOrder(a.by ?? '', b.by ?? '') ||
    inOrder(canonicalJson(a), canonicalJson(b))
}

/** As many as a fact keeps, and how many more there are. */
export function cut(evidence: readonly Evidence[]): { kept: readonly Evidence[]; more: number } {
  if (evidence.length <= mostEvidence) return { kept: evidence, more: 0 }
  return { kept: evidence.slice(0, mostEvidence), more: evidence.length - mostEvidence }
}

/** How many places are only counted by all together. Counts what the same words say once. */
export function moreOf(sayings: readonly { readonly more: number }[]): number {
  const counted = sayings.filter(({ more }) => more > 0)
  return [...new Map(counted.map((saying) => [canonicalJson(saying), saying.more])).values()].reduce(
    (sum, more) => sum + more,
    0,
  )
}

/**
 * Every place once, in the order given: each line that says it, where a file says it in several. Pieces that are the
 * same but for count and times become one: counts add up, the first and the last time count.
 * @param sorted in the order of trust
 */
export function everyPlace(sorted: readonly Evidence[]): readonly Evidence[] {
  if (sorted.length < 2) return sorted
  const merged = new Map<string, Evidence>()
  const same = new Map<string, Set<string>>()
  for (const evidence of sorted) {
    const id = `${evidence.line} ${evidenceId(evidence)}`
    const known = merged.get(id)
    const text = canonicalJson(evidence)
    const texts = same.get(id)
    if (!known || !texts) {
      merged.set(id, evidence)
      same.set(id, new Set([text]))
    } else if (!texts.has(text)) {
      // The very same statement twice says nothing more.
      texts.add(text)
      merged.set(id, together(known, evidence))
    }
  }
  return [...merged.values()]
}

function together(a: Evidence, b: Evidence): Evidence {
  const count = (a.count ?? 0) + (b.count ?? 0)
  const firstSeen = earlier(a.firstSeen, b.firstSeen)
  const lastSeen = [a.lastSeen, b.lastSeen]
    .filter((time) => time !== undefined)
    .sort(inOrder)
    .at(-1)
  return {
    ...a,
    ...(count === 0 ? {} : { count }),
    ...(firstSeen === undefined ? {} : { firstSeen }),
    ...(lastSeen === undefined ? {} : { lastSeen }),
  }
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a
}
