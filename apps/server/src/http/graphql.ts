import { InvalidInput } from '@alidade/model'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance } from 'fastify'
import { authenticate } from '../auth/authenticate.ts'
import type { Token } from '../auth/tokens.ts'
import { createContext, type Parts } from '../context.ts'
import { createApollo } from '../query/apollo.ts'

/** `POST /graphql`. A request that a foreign page could send without a preflight is refused. */
export async function serveGraphql(
  server: FastifyInstance,
  parts: Parts,
  tokens: readonly Token[],
): Promise<void> {
  const apollo = createApollo()
  await apollo.start()
  server.addHook('onClose', () => apollo.stop())
  server.route({
    method: 'POST',
    url: '/graphql',
    preHandler: async ({ headers }) => void authenticate(headers, tokens),
    handler: fastifyApolloHandler(apollo, {
      context: async ({ headers }) => createContext(parts, authenticate(headers, tokens)),
    }),
  })
  server.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: (_, reply) => {
      reply.header('allow', 'POST')
      throw new InvalidInput(
        'method-not-allowed',
        'queries come by POST: send {"query": …} as content-type application/json',
      )
    },
  })
}
