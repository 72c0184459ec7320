import { createDictionary, type Dictionary } from './dictionary.ts'
import { createLists, type Lists } from './lists.ts'

/** The texts behind the numbers in the columns. */
export interface Texts {
  /** Of entities, aliases and ends that nothing is stored for. */
  readonly refs: Dictionary
  /** Names and titles, as they are written. */
  readonly names: Dictionary
  /** Names in lower case and without marks, by which lists are sorted. */
  readonly folded: Dictionary
  /** The words of names, titles and aliases, and these as rows of words, by which they are searched. */
  readonly words: Dictionary
  readonly phrases: Dictionary
  readonly namespaces: Dictionary
  /** Lifecycles and types, in lower case. */
  readonly lifecycles: Dictionary
  readonly types: Dictionary
  readonly tags: Dictionary
  /** Labels and annotations: key, line break, value. */
  readonly pairs: Dictionary
  /** Numbers of refs, of tags or of pairs, as the column says. */
  readonly lists: Lists
}

export function createTexts(): Texts {
  return {
    refs: createDictionary(),
    names: createDictionary(),
    folded: createDictionary(),
    words: createDictionary(),
    phrases: createDictionary(),
    namespaces: createDictionary(),
    lifecycles: createDictionary(),
    types: createDictionary(),
    tags: createDictionary(),
    pairs: createDictionary(),
    lists: createLists(),
  }
}

/** The same texts, to which a view may add its own. */
export function forkTexts(texts: Texts): Texts {
  return {
    refs: texts.refs.fork(),
    names: texts.names.fork(),
    folded: texts.folded.fork(),
    words: texts.words.fork(),
    phrases: texts.phrases.fork(),
    namespaces: texts.namespaces.fork(),
    lifecycles: texts.lifecycles.fork(),
    types: texts.types.fork(),
    tags: texts.tags.fork(),
    pairs: texts.pairs.fork(),
    lists: texts.lists.fork(),
  }
}
