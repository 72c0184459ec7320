import { type ImportReport, importLocally } from '@alidade/server'
import { type Engine, withEngine } from './engines.ts'
import { type Spread, spreadOf } from './spread.ts'

export interface ImportTimes {
  /** Into an empty store, in milliseconds, from the first file to the last commit. */
  readonly first: Spread
  /** The same files again, in milliseconds. */
  readonly again: Spread
  /** Entities and relations that the store then holds. */
  readonly facts: number
}

/** Imports a folder into an empty store, and once more, so often. */
export async function importTimes(engine: Engine, folder: string, times: number): Promise<ImportTimes> {
  const first: ImportReport[] = []
  const again: ImportReport[] = []
  for (let time = 0; time < times; time++) {
    await withEngine(engine, async (environment) => {
      const request = { paths: [folder], name: 'bench/generated', actor: 'stated:bench' }
      first.push((await importLocally(environment, request)).report)
      again.push((await importLocally(environment, request)).report)
    })
  }
  for (const { entities, relations } of again) {
    const changed = [entities, relations].flatMap(({ added, changed, removed }) => [added, changed, removed])
    if (changed.some((count) => count > 0)) throw new Error('the same files again changed something')
  }
  const { entities, relations } = first[0] ?? { entities: { added: 0 }, relations: { added: 0 } }
  return {
    first: spreadOf(first.map(({ milliseconds }) => milliseconds)),
    again: spreadOf(again.map(({ milliseconds }) => milliseconds)),
    facts: entities.added + relations.added,
  }
}
