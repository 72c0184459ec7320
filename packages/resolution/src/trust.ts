import { type Confidence, confidenceRank } from '@alidade/model'
import { inOrder } from './names.ts'

/** Where something stands, as far as trust goes by it. */
export interface Standing {
  readonly source: string
  readonly confidence: Confidence
  readonly file: string
  readonly line: number
}

/** Puts what is trusted more before what is trusted less; 0 for what stands in the same place. */
export type ByTrust = (a: Standing, b: Standing) => number

/**
 * `manual` first, then sources as they are listed, then the rest together; within each by confidence, source, file,
 * line.
 * @param trust sources from the most trusted; an entry that ends in `*` is for all that begin so, the first that fits counts
 */
export function byTrust(trust: readonly string[]): ByTrust {
  const ranks = new Map<string, number>([['manual', -1]])
  const rank = (source: string): number => {
    const known = ranks.get(source)
    if (known !== undefined) return known
    const at = trust.findIndex((entry) => fits(entry, source))
    ranks.set(source, at < 0 ? trust.length : at)
    return at < 0 ? trust.length : at
  }
  return (a, b) =>
    (a.source === b.source ? 0 : rank(a.source) - rank(b.source)) ||
    confidenceRank(a.confidence) - confidenceRank(b.confidence) ||
    inOrder(a.source, b.source) ||
    inOrder(a.file, b.file) ||
    a.line - b.line
}

function fits(entry: string, source: string): boolean {
  return entry.endsWith('*') ? source.startsWith(entry.slice(0, -1)) : entry === source
}
