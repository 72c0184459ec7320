import type { FastifyInstance } from 'fastify'

const patience = 10_000

/** Takes no new requests, and lets those under way finish; after ten seconds their connections are cut. */
export async function stopInTime(server: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => server.server.closeAllConnections(), patience)
  try {
    await server.close()
  } finally {
    clearTimeout(cut)
  }
}
