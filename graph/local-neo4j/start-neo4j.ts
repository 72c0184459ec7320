import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { PreparedNeo4j } from './prepare-neo4j.ts'

/** A server that runs, reachable from this machine only. */
export interface LocalNeo4j {
  readonly version: string
  readonly uri: string
  readonly username: string
  readonly password: string
  /** Ends it and takes away all that it kept. */
  stop(): Promise<void>
}

/** What Neo4j asks for, and a start that is quicker than what follows: tests don't run for long. */
const javaOptions = [
  '-Xms128m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.lang=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
]

const longestStart = 300_000

/**
 * Starts an empty server on a free port, with its own folder and password; it can be reached once this resolves. It
 * ends with this process, however that ends.
 * @throws Error with what it said when it does not start within five minutes
 */
export async function startNeo4j(
  { version, java, classPath }: PreparedNeo4j,
  heapMegabytes = 512,
): Promise<LocalNeo4j> {
  const folder = await mkdtemp(join(tmpdir(), `alidade-neo4j-${version}-`))
  const port = await freePort()
  const password = randomBytes(12).toString('hex')
  const server = spawn(
    java,
    [`-Xmx${heapMegabytes}m`, ...javaOptions, '-cp', classPath, 'Neo4jServer', folder, String(port)],
    {
      env: { ...process.env, NEO4J_PASSWORD: password },
      // Its own group, so that Ctrl+C does not end it before whoever uses it is done.
      detached: true,
    },
  )
  try {
    await ready(server)
  } catch (error) {
    const log = await readFile(join(folder, 'logs/debug.log'), 'utf8').catch(() => '')
    await end(server, folder)
    throw new Error(`Neo4j ${version} did not start: ${error}\n${log.slice(-2_000)}`, { cause: error })
  }
  let ended: Promise<void> | undefined
  return {
    version,
    uri: `bolt://127.0.0.1:${port}`,
    username: 'neo4j',
    password,
    stop() {
      ended ??= end(server, folder)
      return ended
    },
  }
}

async function ready(server: ChildProcess): Promise<void> {
  const said: string[] = []
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const fail = (why: string) => reject(new Error([why, ...said].join('\n')))
  const timer = setTimeout(fail, longestStart, 'it took longer than five minutes')
  server.once('error', reject)
  server.once('exit', (code) => fail(`it ended with ${code}`))
  for (const stream of [server.stdout, server.stderr]) {
    if (!stream) continue
    createInterface(stream).on('line', (line) => (line === 'ready' ? resolve() : said.push(line)))
  }
  await promise.finally(() => clearTimeout(timer))
}

/** Nothing that it keeps is wanted, so it is not asked to put that in order first. */
async function end(server: ChildProcess, folder: string): Promise<void> {
  if (server.pid !== undefined && server.exitCode === null && server.signalCode === null) {
    const exited = once(server, 'exit')
    server.kill('SIGKILL')
    await exited
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}
