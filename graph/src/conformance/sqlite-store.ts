import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../sqlite/open.ts'
import type { StoreToTest } from './store-to-test.ts'

export const sqlite: StoreToTest = {
  name: 'SQLite',
  runs: 40,
  async open(options = {}) {
    const folder = await mkdtemp(join(tmpdir(), 'alidade-'))
    const store = await openSqliteStore({ folder, ...options })
    const close = async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    }
    return { ...store, close }
  },
}
