const plain = /^[\0-\x7f]*$/
const marks = /\p{M}/gu
const plainWords = /[a-z0-9]+/g
const anyWords = /[\p{L}\p{N}]+/gu

/** In lower case, without accents and other marks. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  return plain.test(lower) ? lower : lower.normalize('NFKD').replace(marks, '').toLowerCase()
}

/** The words of a text, folded: letters and digits that stand together. */
export function wordsIn(text: string): string[] {
  const folded = fold(text)
  return folded.match(plain.test(folded) ? plainWords : anyWords) ?? []
}
