import { InvalidInput } from '@alidade/model'
import type { FastifyInstance } from 'fastify'
import type { Environment } from '../environment.ts'

/**
 * Listens where the environment says.
 * @returns where the server answers
 * @throws InvalidInput `port-in-use`, `port-forbidden`, `host-unusable`
 */
export async function listen(
  server: FastifyInstance,
  { host, port, publicUrl }: Pick<Environment, 'host' | 'port' | 'publicUrl'>,
): Promise<string> {
  const address = await server.listen({ host, port, listenTextResolver: (at) => at }).catch((error) => {
    throw refusalOf(error, host, port)
  })
  return publicUrl?.href.replace(/\/$/, '') ?? address
}

function refusalOf(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new InvalidInput(
      'port-in-use',
      `port ${port} of ${host} is in use, perhaps by another Alidade: stop that one, or set ALIDADE_PORT to another port (0 for any free one)`,
    )
  }
  if (code === 'EACCES') {
    return new InvalidInput(
      'port-forbidden',
      `this user may not listen on port ${port}: set ALIDADE_PORT to one from 1024`,
    )
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new InvalidInput(
      'host-unusable',
      `this machine has no address ${host}: set ALIDADE_HOST to one of its own, or leave it out for 127.0.0.1`,
    )
  }
  return error
}
