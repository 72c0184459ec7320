import { setImmediate } from 'node:timers/promises'
import { chunkSize } from '../bounds.ts'

/** Items as they come, in chunks of at most 5,000; between two chunks others of the thread have their turn. */
export async function* inChunks<Item>(items: Iterable<Item>): AsyncGenerator<readonly Item[]> {
  let chunk: Item[] = []
  for (const item of items) {
    if (chunk.push(item) < chunkSize) continue
    yield chunk
    chunk = []
    await setImmediate()
  }
  if (chunk.length > 0) yield chunk
}
