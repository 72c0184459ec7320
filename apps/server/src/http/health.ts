import type { GraphStore } from '@alidade/graph'
import type { FastifyInstance } from 'fastify'

/** `GET /healthz`: the process is alive. `GET /readyz`: its store answers. Both tell nothing of the graph's content. */
export function serveHealth(server: FastifyInstance, store: GraphStore): void {
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.get('/readyz', async (_, reply) => {
    try {
      return { status: 'ok', engine: store.engine, revision: await store.revision() }
    } catch {
      return reply.code(503).send({ status: 'the store does not answer', engine: store.engine })
    }
  })
}
