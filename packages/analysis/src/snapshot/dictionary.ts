/**
 * Texts as numbers from 0, in the order they were added. A number is never taken back or given again, so all snapshots
 * of one line share a dictionary: what a newer one adds does not touch an older one.
 */
export interface Dictionary {
  /** How many texts there are; the next gets this number. */
  size(): number
  numberOf(text: string): number | undefined
  textOf(number: number): string
  /** The number of the text, a new one if it has none yet. */
  add(text: string): number
  /** One that begins with all texts of this and keeps to itself what is added: for a view, which may be thrown away. */
  fork(): Dictionary
}

export function createDictionary(parent?: Dictionary): Dictionary {
  const own: string[] = []
  const numbers = new Map<string, number>()
  const first = parent?.size() ?? 0

  function numberOf(text: string): number | undefined {
    const inherited = parent?.numberOf(text)
    // The parent may have grown since; what it added then is not ours.
    return inherited !== undefined && inherited < first ? inherited : numbers.get(text)
  }

  const dictionary: Dictionary = {
    size: () => first + own.length,
    numberOf,
    textOf: (number) =>
      number < first && parent ? parent.textOf(number) : (own[number - first] ?? unknownNumber(number)),
    add: (text) => {
      const known = numberOf(text)
      if (known !== undefined) return known
      const number = first + own.length
      own.push(text)
      numbers.set(text, number)
      return number
    },
    fork: () => createDictionary(dictionary),
  }
  return dictionary
}

function unknownNumber(number: number): never {
  throw new Error(`no text has the number ${number}`)
}
