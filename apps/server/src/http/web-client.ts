import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { InvalidInput } from '@alidade/model'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { authenticate } from '../auth/authenticate.ts'
import type { Token } from '../auth/tokens.ts'
import { refuse } from './describe-refusal.ts'
import { hasWebClient } from './has-web-client.ts'

/** What index.html has in the place of the nonce under which it may write style elements. */
const noncePlace = '__CSP_NONCE__'

/** What a page may load. The layout engine is WebAssembly; Mantine writes style elements. */
function contentPolicy(nonce?: string): string {
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * The built client in `folder`. Every address that a browser opens gets the page: the client has the routes. Where none
 * is built, the answer says how to build it.
 */
export async function serveWebClient(
  server: FastifyInstance,
  folder: string,
  tokens: readonly Token[],
): Promise<void> {
  const page = join(folder, 'index.html')
  const built = hasWebClient(folder)
  if (built) await serveFiles(server, folder)
  server.setNotFoundHandler(async (request, reply) => {
    const opened = request.method === 'GET' && request.headers.accept?.includes('text/html')
    if (opened && built) {
      // Here, so that the browser asks before the page does.
      authenticate(request.headers, tokens)
      return sendPage(reply, page)
    }
    const at = `${request.method} ${request.url.slice(0, 200)}`
    const missing = opened
      ? 'the web client is not built: run npx -y pnpm build, then start again'
      : undefined
    return refuse(reply, new InvalidInput('not-found', missing ?? `there is nothing at ${at}`))
  })
}

async function serveFiles(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    globIgnore: ['index.html'],
    wildcard: false,
    cacheControl: false,
    setHeaders(reply, path) {
      // Names under assets/ carry a hash of what is in them.
      const fixed = path.includes(`${sep}assets${sep}`)
      reply.headers({
        'cache-control': fixed ? 'public, max-age=31536000, immutable' : 'no-cache',
        'content-security-policy': contentPolicy(),
        'x-content-type-options': 'nosniff',
      })
    },
  })
}

async function sendPage(reply: FastifyReply, page: string): Promise<FastifyReply> {
  const nonce = randomBytes(16).toString('base64')
  const html = await readFile(page, 'utf8')
  return reply
    .headers({
      'cache-control': 'no-cache',
      'content-security-policy': contentPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
    .type('text/html; charset=utf-8')
    .send(html.replaceAll(noncePlace, nonce))
}
