/** How a word of a text fits a word of a name, the best first. */
const fits = { whole: 0, begun: 1, oneError: 2, within: 3, twoErrors: 4 } as const
export const noFit = 5

/** Longer ones come of single characters that fold to many; the rows below have room for this and two errors. */
const longestWord = 200

/** How many typing errors a word of a text may have. */
export function errorsAllowed(word: string): number {
  if (/^\p{N}+$/u.test(word) || word.length > longestWord) return 0
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
}

/** How `word` fits `nameWord`: a place in `fits`, or `noFit`. */
export function fitOf(word: string, nameWord: string, allowed: number): number {
  if (nameWord.startsWith(word)) return nameWord.length === word.length ? fits.whole : fits.begun
  const isWithin = word.length >= 3 && nameWord.includes(word)
  // Only one error is better than to stand within.
  const errors = allowed === 0 ? 3 : errorsIn(word, nameWord, isWithin ? 1 : allowed)
  if (errors <= 1) return fits.oneError
  if (isWithin) return fits.within
  return errors === 2 && allowed === 2 ? fits.twoErrors : noFit
}

const longestRow = longestWord + 3
let before = new Int32Array(longestRow)
let last = new Int32Array(longestRow)
let row = new Int32Array(longestRow)

/**
 * How many errors make `word` out of a word or its beginning: a letter too many, too few, another one, or two neighbours
 * swapped. More than `most` for any more.
 * @see Optimal string alignment: Navarro, A guided tour to approximate string matching (2001)
 */
function errorsIn(word: string, nameWord: string, most: number): number {
  const width = Math.min(nameWord.length, word.length + most)
  for (let j = 0; j <= width; j++) last[j] = j
  for (let i = 1; i <= word.length; i++) {
    row[0] = i
    let least = i
    const letter = word.charCodeAt(i - 1)
    for (let j = 1; j <= width; j++) {
      const other = nameWord.charCodeAt(j - 1)
      let errors = Math.min(
        (last[j - 1] as number) + (letter === other ? 0 : 1),
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
      )
      const swapped =
        i > 1 && j > 1 && letter === nameWord.charCodeAt(j - 2) && word.charCodeAt(i - 2) === other
      if (swapped) errors = Math.min(errors, (before[j - 2] as number) + 1)
      row[j] = errors
      if (errors < least) least = errors
    }
    // No row after this has fewer: what a swap takes from the row before, this one has with one more.
    if (least > most) return most + 1
    const free = before
    before = last
    last = row
    row = free
  }
  let least = most + 1
  for (let j = 0; j <= width; j++) least = Math.min(least, last[j] as number)
  return least
}
