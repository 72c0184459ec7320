import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives the test an empty folder, and takes it away whatever happens. */
export function inFolder(test: (folder: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alidade-'))
    try {
      await test(folder)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}
