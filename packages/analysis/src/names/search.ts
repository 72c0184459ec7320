import { type Kind, kinds, type Ref } from '@alidade/model'
import { checkFirst } from '../bounds.ts'
import { refOf } from '../snapshot/look-up.ts'
import type { View } from '../snapshot/view.ts'
import { scoresOf } from './scores.ts'

export interface SearchHit {
  readonly ref: Ref
  /** The name, title or alias that fits best, as it is written. */
  readonly matched: string
  /** 1 for the very ref, less the less it fits; above 0. */
  readonly score: number
}

/**
 * Entities whose name, title or alias fits a text, the best first, then by ref; typing errors are forgiven.
 * Capitals, marks and punctuation do not count. Each word of the text must fit a word of the same name, in any order:
 * be it, begin it, stand within it (from three letters), or be a few typing errors away from it or from its beginning
 * (one from four letters, two from eight; a swap of two neighbours is one; none in numbers). In the order of ranks: the
 * ref itself, or an alias; the whole name; how the name begins; then by the word that fits worst, then by all words:
 * whole, begun, one error, within, two errors. Shorter names come before longer ones of the same rank. Of an alias what
 * stands behind the namespace counts as a name.
 * @param options at most `first`, 0 to 10,000
 * @throws InvalidInput `text-too-long` for more than 200 characters or 12 words, `page-too-large`
 */
export function search(
  view: View,
  text: string,
  options: { readonly kinds?: readonly Kind[]; readonly first: number },
): { readonly total: number; readonly hits: readonly SearchHit[] } {
  checkFirst(options.first, 0, 10_000)
  const scores = scoresOf(view, text)
  const wanted = options.kinds && new Set(options.kinds.map((kind) => kinds.indexOf(kind)))
  const found = wanted
    ? scores.found.filter((number) => wanted.has(view.columns.kind[number] as number))
    : scores.found
  const { rank } = view.order
  const best = candidates(found, scores.of, options.first).sort(
    (a, b) => scores.of(b) - scores.of(a) || (rank[a] as number) - (rank[b] as number),
  )
  return {
    total: found.length,
    hits: best.slice(0, options.first).map((number) => ({
      ref: refOf(view, number),
      matched: scores.matchedOf(number),
      score: scores.of(number),
    })),
  }
}

/** Those that may be among the first: none that is worse than the one in the last place. Sorting all would take long. */
function candidates(found: readonly number[], scoreOf: (number: number) => number, first: number): number[] {
  if (first === 0) return []
  if (found.length < first * 4) return [...found]
  const scores = Float64Array.from(found, scoreOf).sort()
  const last = scores[scores.length - first] as number
  return found.filter((number) => scoreOf(number) >= last)
}
