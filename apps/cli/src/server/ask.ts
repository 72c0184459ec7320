import type { Answer, Query } from '@alidade/server'
import type { CommandEnvironment } from '../environment.ts'
import { askServer } from './ask-server.ts'

/** Asks the running server that the environment names, else the local store. */
export async function ask({ server }: CommandEnvironment, query: Query): Promise<Answer> {
  if (server) return askServer(server, query)
  const { askLocally, readEnvironment } = await import('@alidade/server')
  return askLocally(readEnvironment(), { known: 'by nothing' }, query)
}
