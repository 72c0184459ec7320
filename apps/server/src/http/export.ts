import { Readable } from 'node:stream'
import type { GraphStore } from '@alidade/graph'
import type { FastifyInstance } from 'fastify'
import { authenticate } from '../auth/authenticate.ts'
import type { Token } from '../auth/tokens.ts'
import { writeExport } from '../export/write-export.ts'
import { log } from './log.ts'

/** `GET /export.json`: the whole graph as a stream. An answer that breaks off is no export. */
export function serveExport(server: FastifyInstance, store: GraphStore, tokens: readonly Token[]): void {
  server.route({
    method: 'GET',
    url: '/export.json',
    preHandler: async ({ headers }) => void authenticate(headers, tokens),
    handler: (_, reply) =>
      reply
        .headers({
          'content-disposition': 'attachment; filename="alidade-export.json"',
          'cache-control': 'no-store',
        })
        .type('application/json; charset=utf-8')
        .send(Readable.from(writeExport(store), { objectMode: false }).on('error', brokenOff)),
  })
}

/** Whoever takes the export sees only that it broke off. */
function brokenOff(error: Error): void {
  log('export-broken-off', { error: error.message })
}
