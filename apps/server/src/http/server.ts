import { randomUUID } from 'node:crypto'
import { InvalidInput } from '@alidade/model'
import fastify, { type FastifyInstance } from 'fastify'
import { checkHost, checkOrigin } from '../auth/same-site.ts'
import type { Token } from '../auth/tokens.ts'
import type { Parts } from '../context.ts'
import { limits } from '../query/limits.ts'
import { refuse } from './describe-refusal.ts'
import { serveExport } from './export.ts'
import { serveGraphql } from './graphql.ts'
import { serveHealth } from './health.ts'
import { log } from './log.ts'
import { serveWebClient } from './web-client.ts'

export interface ServerSettings {
  /** None: only this machine reaches the server, and whoever is here may ask. */
  readonly tokens: readonly Token[]
  readonly publicUrl?: URL
  /** The folder of the built web client; nothing is served from it where it is not built. */
  readonly webClient: string
}

/** Everything that Alidade answers over HTTP. `close()` lets the requests under way finish. */
export async function createServer(parts: Parts, settings: ServerSettings): Promise<FastifyInstance> {
  const server = fastify({ bodyLimit: limits.body, forceCloseConnections: 'idle', rewriteUrl })
  server.addHook('onRequest', async ({ headers }) => {
    if (settings.tokens.length === 0) checkHost(headers, settings.publicUrl)
    // A browser sends along what it was once told, so a foreign page is refused whoever it asks for.
    checkOrigin(headers, settings.publicUrl)
  })
  server.addHook('onResponse', async ({ method, url }, { statusCode, elapsedTime }) => {
    if (statusCode < 400) return
    const path = url.replace(/\?.*$/s, '').slice(0, 200)
    log('refused', { method, path, status: statusCode, milliseconds: Math.round(elapsedTime) })
  })
  server.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, Number(request.headers['content-length']))
    if (refusal) return refuse(reply, refusal)
    const id = randomUUID()
    log('failure', { id, path: request.url, error: error instanceof Error ? error.stack : String(error) })
    const message = `the server failed at this (${id}): its log says more`
    return reply.code(500).send({ errors: [{ message, extensions: { code: 'internal' } }] })
  })
  serveHealth(server, parts.graph.store)
  await serveGraphql(server, parts, settings.tokens)
  serveExport(server, parts.graph.store, settings.tokens)
  await serveWebClient(server, settings.webClient, settings.tokens)
  return server
}

/** An address that is no UTF-8 is answered as any other at which there is nothing, not by Fastify. */
function rewriteUrl({ url = '/' }: { readonly url?: string | undefined }): string {
  const [path = ''] = url.split('?')
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return url.replaceAll('%', '%25')
  }
}

/**
 * What Fastify itself refuses, in our words.
 * @param bytes of the body, as the request says; NaN where it says nothing
 */
function refusalOf(error: unknown, bytes: number): InvalidInput | undefined {
  if (error instanceof InvalidInput) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const [most, over] = [limits.body, bytes - limits.body].map((number) => number.toLocaleString('en'))
    const has = over === 'NaN' ? `more than the ${most} bytes` : `${over} bytes more than the ${most}`
    return new InvalidInput('body-too-large', `the request has ${has} that are allowed: ask for less at once`)
  }
  if (code.startsWith('FST_ERR_CTP')) {
    return new InvalidInput(
      'body-malformed',
      'the body is no JSON: send {"query": …} as content-type application/json',
    )
  }
  return undefined
}
