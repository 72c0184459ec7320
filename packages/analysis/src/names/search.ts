import type { Kind, Ref } from '@alidade/model'
import type { View } from '../snapshot/view.ts'

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
 * ref itself; the whole name; how the name begins; then word by word: whole, begun, one error, within, two errors.
 * Shorter names come before longer ones of the same rank.
 * @throws InvalidInput `text-too-long` for more than 200 characters or 12 words, `page-too-large`
 */
export function search(
  view: View,
  text: string,
  options: { readonly kinds?: readonly Kind[]; readonly first: number },
): { readonly total: number; readonly hits: readonly SearchHit[] } {
  throw new Error('not built yet')
}
