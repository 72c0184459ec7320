import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { programFolders } from './environment.ts'

/** The image is never built by the tests, so this is said even where nothing may be left out. */
export function noDocker(): readonly string[] {
  const there = programFolders.some((folder) => existsSync(join(folder, 'docker')))
  const why = there ? 'that is done by hand, with docker build .' : 'there is no Docker engine'
  return [`no image was built of the Dockerfile, which is only checked step by step: ${why}`]
}
