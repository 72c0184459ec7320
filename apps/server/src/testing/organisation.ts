import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type GraphStore, openSqliteStore } from '@alidade/graph'
import { onTestFinished } from 'vitest'
import { writeExport } from '../export/write-export.ts'
import { type ImportRequest, importPaths } from '../import/import-paths.ts'
import type { ImportReport } from '../import/report.ts'
import { temporaryFolder, writeFiles } from './temporary-folder.ts'

/** A folder of files with a store of its own. */
export interface Organisation {
  readonly folder: string
  readonly store: GraphStore
  write(files: Readonly<Record<string, string>>): void
  remove(path: string): void
  /** Imports the whole folder, at noon of a day unless another time is given. */
  import(request?: Partial<ImportRequest>): Promise<ImportReport>
}

export const noon = new Date('2026-11-24T12:00:00.000Z')

export async function anOrganisation(
  files: Readonly<Record<string, string>>,
  options: { readonly mostPages?: number } = {},
): Promise<Organisation> {
  const folder = temporaryFolder()
  const store = await emptyStore(options)
  writeFiles(folder, files)
  return {
    folder,
    store,
    write: (more) => writeFiles(folder, more),
    remove: (path) => rmSync(join(folder, path)),
    import: (request = {}) =>
      importPaths(store, {
        paths: [folder],
        name: 'acme/shop',
        actor: 'stated:anna',
        now: () => noon,
        ...request,
      }),
  }
}

export async function emptyStore(options: { readonly mostPages?: number } = {}): Promise<GraphStore> {
  const store = await openSqliteStore({ folder: temporaryFolder(), ...options })
  onTestFinished(() => store.close())
  return store
}

export async function exported(store: GraphStore): Promise<string> {
  return (await Array.fromAsync(writeExport(store))).join('')
}
