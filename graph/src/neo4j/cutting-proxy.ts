import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'

/** Passes Bolt on to a server, until it is told to cut. */
export interface CuttingProxy {
  readonly uri: string
  /**
   * Cuts the next connection that asks to commit: before the server has heard of it, or when it has answered and nobody
   * else knows.
   */
  cutNextCommit(when: 'before' | 'after'): void
  /** How often it has cut. */
  cuts(): number
  close(): Promise<void>
}

/** A Bolt message COMMIT: a structure without fields, signed 0x12, in a chunk of two bytes, and the end of it. */
const commitMessage = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00])

/** For a test of what happens to a commit whose connection breaks. @see https://neo4j.com/docs/bolt/current/ */
export async function cuttingProxy(uri: string): Promise<CuttingProxy> {
  const target = new URL(uri)
  const open = new Set<Socket>()
  let next: 'before' | 'after' | undefined
  let cuts = 0

  const proxy = createServer((client) => {
    const server = createConnection(Number(target.port), target.hostname)
    let last = false
    for (const socket of [client, server]) {
      open.add(socket)
      socket.on('error', () => undefined).once('close', () => cut())
    }
    function cut(): void {
      for (const socket of [client, server]) {
        open.delete(socket)
        socket.destroy()
      }
    }
    client.on('data', (data) => {
      if (next !== undefined && Buffer.from(data).includes(commitMessage)) {
        cuts++
        const when = next
        next = undefined
        if (when === 'before') return cut()
        last = true
      }
      server.write(data)
    })
    server.on('data', (data) => (last ? cut() : client.write(data)))
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')

  return {
    uri: `bolt://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cutNextCommit(when) {
      next = when
    },
    cuts: () => cuts,
    async close() {
      for (const socket of open) socket.destroy()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}
