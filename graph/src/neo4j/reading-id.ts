import type { ReadingKey } from '@alidade/model'

/** What a reading is found by: in the order of source, then file, since no text sorts before it. */
export function readingId({ source, file }: ReadingKey): string {
  return `${source}\0${file}`
}
