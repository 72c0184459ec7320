import { access, readdir, readFile, realpath } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'

/** A Java on this machine. */
export interface JavaRuntime {
  readonly home: string
  /** 17, 21, 25 … */
  readonly version: number
  /** Whether it can compile, too. */
  readonly compiles: boolean
}

/** Where Debian, Red Hat, macOS and SDKMAN keep theirs; each may hold several. */
const folders = [
  '/usr/lib/jvm',
  '/Library/Java/JavaVirtualMachines',
  `${process.env.HOME}/.sdkman/candidates/java`,
]

/** Every Java that can be found, the oldest first: in JAVA_HOME, on the PATH, and where systems keep theirs. */
export async function javaRuntimes(): Promise<readonly JavaRuntime[]> {
  const homes = [
    process.env.JAVA_HOME,
    await homeOnPath(),
    ...(await Promise.all(folders.map(homesIn))).flat(),
  ]
  const runtimes = await Promise.all([...new Set(homes)].map(runtimeIn))
  return runtimes.filter((runtime) => runtime !== undefined).sort((a, b) => a.version - b.version)
}

/** The Java in a folder; undefined where there is none. */
export async function runtimeIn(home: string | undefined): Promise<JavaRuntime | undefined> {
  if (!home || !(await exists(join(home, 'bin/java')))) return undefined
  const release = await readFile(join(home, 'release'), 'utf8').catch(() => '')
  // Java 8 called itself 1.8; nothing that old is of use here.
  const version = Number(/^JAVA_VERSION="(\d+)/m.exec(release)?.[1] ?? 0)
  return { home, version, compiles: await exists(join(home, 'bin/javac')) }
}

async function homeOnPath(): Promise<string | undefined> {
  for (const folder of process.env.PATH?.split(delimiter) ?? []) {
    const java = await realpath(join(folder, 'java')).catch(() => undefined)
    if (java) return dirname(dirname(java))
  }
  return undefined
}

async function homesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch(() => [])
  const homes = entries.map((entry) => join(folder, entry))
  return Promise.all([...homes, ...homes.map((home) => join(home, 'Contents/Home'))].map(real))
}

/** Systems link the same one under several names. */
async function real(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
