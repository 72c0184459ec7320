import type { GraphStore, KeyedReading } from '@alidade/graph'
import type { LocatedStatement, Reading, ReadingKey } from '@alidade/model'
import { keysOf } from '@alidade/resolution'
import { inBatches } from './batches.ts'

/** All statements as they would be once some readings are replaced and others are gone; nothing is stored yet. */
export interface Statements {
  byKey(keys: readonly string[]): Promise<readonly LocatedStatement[]>
  all(): AsyncIterable<readonly LocatedStatement[]>
}

/** The stored statements, less those of readings that are replaced or gone, and those of the new readings. */
export function statementsAfter(
  store: GraphStore,
  put: readonly KeyedReading[],
  remove: readonly ReadingKey[],
): Statements {
  const hidden = new Set([...put, ...remove].map(readingId))
  const stands = (it: LocatedStatement) => !hidden.has(readingId(it))
  let index: ReadonlyMap<string, readonly LocatedStatement[]> | undefined
  return {
    async byKey(keys) {
      index ??= indexByKey(put)
      const fresh = keys.flatMap((key) => index?.get(key) ?? [])
      const stored = await inBatches(keys, 10_000, (batch) => store.statementsByKey(batch))
      return [...stored.filter(stands), ...new Set(fresh)]
    },
    async *all() {
      for await (const chunk of store.scanStatements()) yield chunk.filter(stands)
      for (const reading of put) yield locate(reading)
    },
  }
}

function indexByKey(readings: readonly KeyedReading[]): Map<string, LocatedStatement[]> {
  const index = new Map<string, LocatedStatement[]>()
  for (const reading of readings) {
    for (const [place, located] of locate(reading).entries()) {
      for (const key of reading.keys[place] ?? []) {
        const list = index.get(key)
        if (list) list.push(located)
        else index.set(key, [located])
      }
    }
  }
  return index
}

function locate({ source, file, statements }: Reading): LocatedStatement[] {
  return statements.map((statement) => ({ source, file, statement }))
}

export function withKeys(reading: Reading): KeyedReading {
  return { ...reading, keys: locate(reading).map(keysOf) }
}

/** Text that is the same for the same reading. */
export function readingId({ source, file }: ReadingKey): string {
  return `${source}\n${file}`
}
