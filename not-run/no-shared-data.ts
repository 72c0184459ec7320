import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../../shared/data')

/** Real-world files for tests lie beside the repository, since they are not ours to hand on. */
export function noSharedData(): readonly string[] {
  return existsSync(folder)
    ? []
    : ['the tests on real-world data: there is no folder ../shared/data beside this repository']
}
