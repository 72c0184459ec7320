import type { FastifyInstance } from 'fastify'

const patience = 10_000
const sweepEvery = 50

/** Takes no new requests, and lets those under way finish; after ten seconds their connections are cut. */
export async function stopInTime(server: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => server.server.closeAllConnections(), patience)
  // A connection whose request is answered waits for another one, which will not come.
  const sweep = setInterval(() => server.server.closeIdleConnections(), sweepEvery)
  try {
    await server.close()
  } finally {
    clearTimeout(cut)
    clearInterval(sweep)
  }
}
