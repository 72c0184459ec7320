import { InvalidInput, parseRef, type Ref } from '@alidade/model'
import { cellsFor, cellsPerEdge, degree, firstCell, forEachEdge, lastCell } from '../snapshot/edge-rows.ts'
import { isEntity, lookUp } from '../snapshot/look-up.ts'
import type { View } from '../snapshot/view.ts'
import { wordsIn } from './fold.ts'
import { byAlias, lettersOf } from './name-index.ts'
import { errorsAllowed, fitOf, noFit } from './word-fit.ts'

const longestText = 200
const mostWords = 12
const longestName = 1_000

/** How well a text fits each entity. */
export interface Scores {
  /** 0 for what it does not find. */
  of(number: number): number
  /** All that it finds, in no order. */
  readonly found: readonly number[]
  /** What it is of them that fits best, as it is written. */
  matchedOf(number: number): string
}

/** @throws InvalidInput `text-too-long` for more than 200 characters or 12 words */
export function scoresOf(view: View, text: string): Scores {
  if (text.length > longestText) {
    throw new InvalidInput(
      'text-too-long',
      `the text has ${text.length} characters: search for at most ${longestText}`,
    )
  }
  const words = wordsIn(text)
  if (words.length > mostWords) {
    throw new InvalidInput(
      'text-too-long',
      `the text has ${words.length} words: search for at most ${mostWords}`,
    )
  }
  const scores = new Float64Array(view.size)
  // What it was that fits: its kind, and its number, as in the index.
  const by = new Int8Array(view.size)
  const texts = new Int32Array(view.size)
  const found: number[] = []

  const note = (number: number, score: number, kind: number, its: number): void => {
    const known = scores[number] as number
    if (known > score || (known === score && (by[number] as number) <= kind)) return
    if (known === 0) found.push(number)
    scores[number] = score
    by[number] = kind
    texts[number] = its
  }

  const asRef = refIn(text)
  const meant = asRef && lookUp(view, asRef)
  if (meant !== undefined && isEntity(view, meant)) {
    note(meant, 1, byAlias, view.texts.refs.numberOf(asRef as Ref) ?? meant)
  }
  if (words.length > 0) {
    scorePhrases(view, words, (phrase, score) =>
      forEachEdge(view.names.named, phrase, (number, kind, its) => note(number, score, kind, its)),
    )
  }
  return {
    found,
    of: (number) => scores[number] as number,
    matchedOf: (number) =>
      (by[number] === byAlias ? view.texts.refs : view.texts.names).textOf(texts[number] as number),
  }
}

/** The ref that a text is, if it is one. */
function refIn(text: string): Ref | undefined {
  if (!text.includes(':')) return undefined
  try {
    return parseRef(text)
  } catch (error) {
    if (error instanceof InvalidInput) return undefined
    throw error
  }
}

/** Calls `visit` for each phrase of which every word of the text fits a word. */
function scorePhrases(
  view: View,
  words: readonly string[],
  visit: (phrase: number, score: number) => void,
): void {
  const { names, texts } = view
  const fitting = words.map((word) => fittingWords(view, word))
  const rarest = fitting.reduce((a, b) => (b.phrases < a.phrases ? b : a))
  const asked = words.join(' ')
  const seen = new Uint8Array(names.phraseCount)
  for (const word of rarest.words) {
    forEachEdge(names.phrases, word, (phrase) => {
      if (seen[phrase] === 1) return
      seen[phrase] = 1
      const cells = cellsFor(names.words, phrase)
      const first = firstCell(names.words, phrase)
      const end = lastCell(names.words, phrase)
      let worst = 0
      let sum = 0
      for (const { fitOfWord } of fitting) {
        let best = noFit
        for (let cell = first; cell < end; cell += cellsPerEdge) {
          const fit = noFit - (fitOfWord[cells[cell] as number] as number)
          if (fit < best) best = fit
        }
        worst = Math.max(worst, best)
        sum += best
      }
      if (worst < noFit)
        visit(phrase, scoreOf(texts.phrases.textOf(phrase), asked, worst, sum / words.length))
    })
  }
}

interface Fitting {
  readonly words: readonly number[]
  /** For each word of the index 5 less how it fits, so that 0 is not at all. */
  readonly fitOfWord: Uint8Array
  /** How many phrases have such words, each counted for each of them. */
  readonly phrases: number
}

function fittingWords({ names, texts }: View, word: string): Fitting {
  const { letters, lengths } = names
  const allowed = errorsAllowed(word)
  const wanted = lettersOf(word)
  const shortest = word.length - allowed
  const fitOfWord = new Uint8Array(letters.length)
  const words: number[] = []
  let phrases = 0
  for (let number = 0; number < letters.length; number++) {
    // A word of the index may be shorter than the word by the errors, at most.
    if ((lengths[number] as number) < shortest) continue
    // Each error can account for one letter that is not there.
    const missing = wanted & ~(letters[number] as number)
    if (missing !== 0 && (allowed === 0 || bitCount(missing) > allowed)) continue
    const fit = fitOf(word, texts.words.textOf(number), allowed)
    if (fit === noFit) continue
    fitOfWord[number] = noFit - fit
    words.push(number)
    phrases += degree(names.phrases, number)
  }
  return { words, fitOfWord, phrases }
}

function bitCount(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}

/** Below 1; the ranks are far enough apart that neither the mean of the fits nor the length makes up for one. */
function scoreOf(phrase: string, asked: string, worst: number, mean: number): number {
  const shortness = 0.0005 * (1 - Math.min(phrase.length, longestName) / longestName)
  if (phrase === asked) return 0.95 + shortness
  if (phrase.startsWith(asked)) return 0.9 + shortness
  return 0.8 - 0.15 * worst - 0.01 * mean + shortness
}
