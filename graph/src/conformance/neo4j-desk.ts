import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { type PreparedNeo4j, prepareNeo4j } from '../../local-neo4j/prepare-neo4j.ts'
import { type LocalNeo4j, startNeo4j } from '../../local-neo4j/start-neo4j.ts'
import { neo4jVersions } from '../../local-neo4j/versions.ts'
import type { Neo4jServer } from './neo4j-servers.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The port at which test files ask for Neo4j. */
    neo4jDesk: number
  }
}

/** What a test file asks for, as a line of JSON. It has the servers until it hangs up, and no other file has them. */
export interface Order {
  /** Where they are; those that are to be started, by their version, when left out. */
  readonly at?: Neo4jServer
  readonly versions: readonly string[]
}

export type Handed = { readonly servers: readonly Neo4jServer[] } | { readonly failure: string }

interface Setup {
  provide(key: 'neo4jDesk', port: number): void
}

/**
 * Called by vitest before all tests: hands out Neo4j to test files, which run at the same time and would find each
 * other's data. A server is started when it is first asked for, and ends after all tests.
 */
export async function setup({ provide }: Setup): Promise<() => Promise<void>> {
  const started = new Map<string, Promise<LocalNeo4j>>()
  let free: Promise<unknown> = Promise.resolve()

  function start(version: string): Promise<LocalNeo4j> {
    const running = started.get(version) ?? preparedNeo4j(version).then(startNeo4j)
    started.set(version, running)
    return running
  }

  /** One file after the other, in the order of their asking. */
  function serve(socket: Socket): void {
    const left = once(socket, 'close').catch(() => undefined)
    socket.on('error', () => undefined)
    createInterface(socket)
      .on('error', () => undefined)
      .once('line', (line) => {
        free = free.then(async () => {
          if (!socket.destroyed) socket.write(`${JSON.stringify(await hand(JSON.parse(line)))}\n`)
          await left
        })
      })
  }

  async function hand({ at, versions }: Order): Promise<Handed> {
    try {
      if (at) return { servers: [at] }
      const servers = await Promise.all(versions.map(start))
      return {
        servers: servers.map(({ version, uri, username, password }) => ({
          name: `Neo4j ${version}`,
          uri,
          username,
          password,
        })),
      }
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) }
    }
  }

  const desk = createServer(serve).listen(0, '127.0.0.1')
  await once(desk, 'listening')
  provide('neo4jDesk', (desk.address() as AddressInfo).port)
  return async () => {
    desk.close()
    const servers = await Promise.allSettled(started.values())
    await Promise.all(
      servers.map((server) => (server.status === 'fulfilled' ? server.value.stop() : undefined)),
    )
  }
}

async function preparedNeo4j(version: string): Promise<PreparedNeo4j> {
  const wanted = neo4jVersions.find((known) => known.version === version)
  if (!wanted) throw new Error(`Neo4j ${version} is none of those that can be started`)
  return prepareNeo4j(wanted)
}
