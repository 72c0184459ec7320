import type { KeyedReading } from '@alidade/graph'
import { canonicalJson, type Reading } from '@alidade/model'
import { readingId, withKeys } from './statements.ts'

/** The keys of the statements that came, went or changed: what said the same before touches nothing. */
export function touchedKeys(former: readonly Reading[], put: readonly KeyedReading[]): Set<string> {
  const before = new Map(former.map((reading) => [readingId(reading), withKeys(reading)]))
  const touched = new Set<string>()
  for (const reading of put) {
    const id = readingId(reading)
    touchDifferences(touched, before.get(id), reading)
    before.delete(id)
  }
  for (const gone of before.values()) touchDifferences(touched, gone, undefined)
  return touched
}

function touchDifferences(touched: Set<string>, before?: KeyedReading, after?: KeyedReading): void {
  // What is new or gone as a whole needs no comparing.
  if (!before || !after) {
    for (const keys of (before ?? after)?.keys ?? []) for (const key of keys) touched.add(key)
    return
  }
  const [said, says] = [textsOf(before), textsOf(after)]
  touchMissing(touched, before, said, new Set(says))
  touchMissing(touched, after, says, new Set(said))
}

/** Touches the statements of `reading` that are not among `others`. */
function touchMissing(
  touched: Set<string>,
  reading: KeyedReading,
  texts: readonly string[],
  others: ReadonlySet<string>,
): void {
  for (const [place, text] of texts.entries()) {
    if (others.has(text)) continue
    for (const key of reading.keys[place] ?? []) touched.add(key)
  }
}

const textsOf = ({ statements }: Reading): string[] => statements.map(canonicalJson)
