import type { InvalidInput } from '@alidade/model'
import type { FastifyReply } from 'fastify'

const statuses = new Map([
  ['unauthenticated', 401],
  ['forbidden', 403],
  ['host-foreign', 403],
  ['origin-foreign', 403],
  ['body-too-large', 413],
  ['body-malformed', 400],
  ['method-not-allowed', 405],
  ['not-found', 404],
])

/** Answers a request that never came to a query, in the form in which a query's errors come. */
export function refuse(reply: FastifyReply, refusal: InvalidInput): FastifyReply {
  const { code, message } = refusal
  // A browser asks for name and password on this, and sends them with all that its page asks for.
  if (code === 'unauthenticated') {
    reply.header('www-authenticate', 'Basic realm="Alidade: the token as password", charset="UTF-8"')
  }
  return reply.code(statuses.get(code) ?? 400).send({ errors: [{ message, extensions: { code } }] })
}
