import type { Columns } from '../snapshot/columns.ts'
import { exists } from '../snapshot/columns.ts'
import {
  appended,
  cellsOf,
  type Edge,
  type EdgeRows,
  edgesOf,
  noEdges,
  patchRows,
} from '../snapshot/edge-rows.ts'
import { groupRows } from '../snapshot/group-rows.ts'
import { createQuadList } from '../snapshot/quad-list.ts'
import type { Texts } from '../snapshot/texts.ts'
import { wordsIn } from './fold.ts'

/**
 * Finds names; see `search`. A phrase is a name, title or alias as a row of words; `texts` has the phrases and the words.
 * Which letters a word has is known beforehand, so that a look through all words passes over most of them.
 */
export interface NameIndex {
  /** For each word, the letters it has, as bits; see `lettersOf`. */
  readonly letters: Int32Array
  /** How long each word is, at most 255. */
  readonly lengths: Uint8Array
  /** The words of each phrase, in their order; the phrases of each word. */
  readonly words: EdgeRows
  readonly phrases: EdgeRows
  readonly phraseCount: number
  /** The entities of each phrase; the mark says by what, the weight is the number of the name or the alias. */
  readonly named: EdgeRows
}

/** What of an entity has a phrase, in the order in which they are preferred. */
const byName = 0
const byTitle = 1
export const byAlias = 2

const noNames: NameIndex = {
  letters: new Int32Array(0),
  lengths: new Uint8Array(0),
  words: noEdges,
  phrases: noEdges,
  phraseCount: 0,
  named: noEdges,
}

/** The letters of a word as bits: one for each of a to z, five for digits, one for all else. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code >= 97 && code <= 122) letters |= 1 << (code - 97)
    else if (code >= 48 && code <= 57) letters |= 1 << (26 + (code % 5))
    else letters |= 1 << 31
  }
  return letters
}

export interface Naming {
  readonly phrase: number
  readonly by: number
  readonly text: number
}

/** What an entity is called; nothing for what is none. */
export function namingsOf(columns: Columns, texts: Texts, number: number): Naming[] {
  if (((columns.state[number] ?? 0) & exists) === 0) return []
  const name = columns.name[number] as number
  const title = columns.title[number] as number
  const aliases = texts.lists.listOf(columns.aliases[number] as number)
  return [
    { by: byName, text: name, written: texts.names.textOf(name) },
    ...(title === name ? [] : [{ by: byTitle, text: title, written: texts.names.textOf(title) }]),
    ...aliases.map((alias) => ({ by: byAlias, text: alias, written: ownPart(texts.refs.textOf(alias)) })),
  ].flatMap(({ written, ...naming }) => {
    const words = wordsIn(written)
    return words.length === 0 ? [] : [{ ...naming, phrase: texts.phrases.add(words.join(' ')) }]
  })
}

/** What stands behind kind and namespace. */
function ownPart(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1)
}

export function buildNames(columns: Columns, texts: Texts, size: number): NameIndex {
  const named = createQuadList()
  for (let number = 0; number < size; number++) {
    for (const { phrase, by, text } of namingsOf(columns, texts, number)) named.add(phrase, number, by, text)
  }
  const phraseCount = texts.phrases.size()
  const words = createQuadList()
  const phrases = createQuadList()
  for (let phrase = 0; phrase < phraseCount; phrase++) {
    for (const word of wordsOf(texts, phrase)) {
      words.add(phrase, word, 0, 0)
      phrases.add(word, phrase, 0, 0)
    }
  }
  const wordCount = texts.words.size()
  return {
    ...growWords(noNames, texts, wordCount),
    words: groupRows(phraseCount, words.values()),
    phrases: groupRows(wordCount, phrases.values()),
    phraseCount,
    named: groupRows(phraseCount, named.values()),
  }
}

/**
 * The index after some entities have changed.
 * @param changed their numbers with what they were called before
 */
export function patchNames(
  names: NameIndex,
  columns: Columns,
  texts: Texts,
  changed: ReadonlyMap<number, readonly Naming[]>,
): NameIndex {
  const edited = new Map<number, Edge[]>()
  const edit = (phrase: number): Edge[] => {
    const edges = edited.get(phrase) ?? edgesOf(names.named, phrase)
    edited.set(phrase, edges)
    return edges
  }
  for (const [number, before] of changed) {
    for (const { phrase } of before)
      edited.set(
        phrase,
        edit(phrase).filter(([other]) => other !== number),
      )
    for (const { phrase, by, text } of namingsOf(columns, texts, number))
      edit(phrase).push([number, by, text])
  }

  const phraseCount = texts.phrases.size()
  const words = new Map<number, Int32Array>()
  const added = new Map<number, Edge[]>()
  for (let phrase = names.phraseCount; phrase < phraseCount; phrase++) {
    const its = wordsOf(texts, phrase)
    words.set(phrase, cellsOf(its.map((word) => [word, 0, 0])))
    for (const word of its) {
      const edges = added.get(word)
      if (edges) edges.push([phrase, 0, 0])
      else added.set(word, [[phrase, 0, 0]])
    }
  }
  const phrases = new Map([...added].map(([word, edges]) => [word, appended(names.phrases, word, edges)]))
  const wordCount = texts.words.size()
  return {
    ...growWords(names, texts, wordCount),
    words: patchRows(names.words, words, phraseCount),
    phrases: patchRows(names.phrases, phrases, wordCount),
    phraseCount,
    named: patchRows(names.named, cellsOfAll(edited), phraseCount),
  }
}

function wordsOf(texts: Texts, phrase: number): number[] {
  return texts.phrases
    .textOf(phrase)
    .split(' ')
    .map((word) => texts.words.add(word))
}

function cellsOfAll(rows: ReadonlyMap<number, readonly Edge[]>): Map<number, Int32Array> {
  return new Map([...rows].map(([number, edges]) => [number, cellsOf(edges)]))
}

function growWords(names: NameIndex, texts: Texts, count: number): Pick<NameIndex, 'letters' | 'lengths'> {
  const known = names.letters.length
  if (count === known) return { letters: names.letters, lengths: names.lengths }
  const letters = new Int32Array(count)
  const lengths = new Uint8Array(count)
  letters.set(names.letters)
  lengths.set(names.lengths)
  for (let number = known; number < count; number++) {
    const word = texts.words.textOf(number)
    letters[number] = lettersOf(word)
    lengths[number] = Math.min(word.length, 255)
  }
  return { letters, lengths }
}
