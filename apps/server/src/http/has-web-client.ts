import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a folder holds the built web client. */
export function hasWebClient(folder: string): boolean {
  return existsSync(join(folder, 'index.html'))
}
