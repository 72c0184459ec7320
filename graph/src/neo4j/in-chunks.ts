import { chunkSize } from '../bounds.ts'

/** Items from pages of any size, in chunks of at most 5,000. */
export async function* inChunks<Item>(
  pages: AsyncIterable<readonly Item[]>,
): AsyncGenerator<readonly Item[]> {
  let chunk: Item[] = []
  for await (const page of pages) {
    for (const item of page) {
      if (chunk.push(item) < chunkSize) continue
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}
