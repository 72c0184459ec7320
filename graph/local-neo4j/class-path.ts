import { access, mkdir, readFile, rename } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { cacheFolder, ownFolder } from './cache.ts'
import { runProgram } from './run-program.ts'

/** What Java is told to load for a version of Neo4j, if all of it is on this machine. */
export async function knownClassPath(version: string): Promise<string | undefined> {
  const classPath = await readFile(file(version), 'utf8').catch(() => undefined)
  if (!classPath) return undefined
  // Maven's own folder may have been cleaned since.
  const there = await Promise.allSettled(classPath.split(delimiter).map((jar) => access(jar)))
  return there.every(({ status }) => status === 'fulfilled') ? classPath : undefined
}

/**
 * Has Maven download a version of Neo4j, some 130 MB, into its own folder.
 * @throws Error when Maven is not there or can't
 */
export async function downloadClassPath(version: string): Promise<string> {
  await mkdir(cacheFolder, { recursive: true })
  const unfinished = `${file(version)}.${process.pid}`
  await runProgram('mvn', [
    '--quiet',
    '--batch-mode',
    `--file=${join(ownFolder, 'pom.xml')}`,
    `-Dneo4j.version=${version}`,
    'dependency:build-classpath',
    `-Dmdep.outputFile=${unfinished}`,
  ])
  await rename(unfinished, file(version))
  const classPath = await knownClassPath(version)
  if (!classPath) throw new Error(`Maven has downloaded Neo4j ${version}, and not all of it is there`)
  return classPath
}

function file(version: string): string {
  return join(cacheFolder, `${version}.classpath`)
}
