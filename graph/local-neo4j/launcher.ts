import { access, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder, ownFolder } from './cache.ts'
import type { JavaRuntime } from './java-runtimes.ts'
import { runProgram } from './run-program.ts'

const source = join(ownFolder, 'Neo4jServer.java')

/** The folder with the compiled `Neo4jServer`, which is the same for every version, if it is not older than its source. */
export async function compiledLauncher(): Promise<string | undefined> {
  const folder = join(cacheFolder, 'launcher')
  const [compiled, written] = await Promise.all([
    stat(join(folder, 'Neo4jServer.class')).catch(() => undefined),
    stat(source),
  ])
  return compiled && compiled.mtimeMs >= written.mtimeMs ? folder : undefined
}

/**
 * Compiles it, against the oldest version: a newer one's classes can't be read by an older compiler.
 * @throws Error when it can't be compiled
 */
export async function compileLauncher({ home }: JavaRuntime, classPath: string): Promise<string> {
  const folder = join(cacheFolder, 'launcher')
  const unfinished = `${folder}.${process.pid}`
  await mkdir(unfinished, { recursive: true })
  await runProgram(join(home, 'bin/javac'), ['--release', '17', '-d', unfinished, '-cp', classPath, source])
  await rm(folder, { recursive: true, force: true })
  await rename(unfinished, folder)
  await access(join(folder, 'Neo4jServer.class'))
  return folder
}
