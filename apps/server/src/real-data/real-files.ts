import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { GraphStore } from '@alidade/graph'
import type { Entity, Relation } from '@alidade/model'
import { importPaths } from '../import/import-paths.ts'
import type { ImportReport } from '../import/report.ts'
import { emptyStore, noon } from '../testing/organisation.ts'
import { inCi } from './environment.ts'

/** Files of others, beside the repository; the summary of a test run says where they are missing. */
const folder = resolve(import.meta.dirname, '../../../../../shared/data')

/** Whether the tests on them are left out: never in continuous integration, where they fail instead. */
export const areLeftOut = !existsSync(folder) && !inCi

export function realFile(...path: readonly string[]): string {
  return resolve(folder, ...path)
}

export function realText(...path: readonly string[]): string {
  return readFileSync(realFile(...path), 'utf8')
}

/** What came of importing one of the folders into an empty store. */
export interface Imported {
  readonly store: GraphStore
  readonly report: ImportReport
  readonly entities: readonly Entity[]
  readonly relations: readonly Relation[]
}

export async function imported(name: string): Promise<Imported> {
  const store = await emptyStore()
  const report = await importPaths(store, { paths: [realFile(name)], actor: 'stated:anna', now: () => noon })
  return { store, report, ...(await everything(store)) }
}

/** The whole graph with its evidence. */
async function everything(store: GraphStore) {
  const entities: Entity[] = []
  const relations: Relation[] = []
  for await (const chunk of store.scan()) {
    if ('entities' in chunk) {
      const found = await store.entities(chunk.entities.map(({ ref }) => ref))
      entities.push(...found.filter((entity) => entity !== undefined))
    } else {
      const found = await store.relations(chunk.relations.map(({ from, type, to }) => ({ from, type, to })))
      relations.push(...found.filter((relation) => relation !== undefined))
    }
  }
  return { entities, relations }
}
