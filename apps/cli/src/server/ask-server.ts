import { InvalidInput } from '@alidade/model'
import type { Answer, Query } from '@alidade/server'
import { z } from 'zod'
import { type ServerAddress, userName } from '../environment.ts'

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
})

/**
 * Asks a running server.
 * @throws InvalidInput `server-unreachable`, `server-unknown` where something else answers
 */
export async function askServer(server: ServerAddress, query: Query): Promise<Answer> {
  const response = await request(server, 'graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(query),
  })
  const { data, error } = answer.safeParse(await response.json().catch(() => undefined))
  if (error) throw noAlidade(server, response.status)
  return data as Answer
}

/**
 * Takes the whole graph from a running server, as it comes.
 * @throws InvalidInput `server-unreachable`, `server-unknown`, what the server refuses, and `export-broken-off`
 */
export async function* exportFromServer(server: ServerAddress): AsyncGenerator<Uint8Array> {
  const response = await request(server, 'export.json', {})
  if (!response.ok || !response.body) {
    const { data } = answer.safeParse(await response.json().catch(() => undefined))
    const [refusal] = data?.errors ?? []
    if (!refusal) throw noAlidade(server, response.status)
    throw new InvalidInput(String(refusal.extensions?.code ?? 'refused'), refusal.message)
  }
  try {
    yield* response.body
  } catch {
    throw new InvalidInput(
      'export-broken-off',
      `${server.url.origin} broke off in the middle: what was written is no export; export again`,
    )
  }
}

async function request(
  { url, token }: ServerAddress,
  path: string,
  init: RequestInit & { readonly headers?: Record<string, string> },
): Promise<Response> {
  const name = userName()
  const headers = {
    ...init.headers,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(name ? { 'x-alidade-actor': encodeURIComponent(name) } : {}),
  }
  try {
    return await fetch(new URL(path, url), { ...init, headers, redirect: 'error' })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const why = cause instanceof Error ? cause.message || cause.name : String(cause)
    throw new InvalidInput(
      'server-unreachable',
      `nothing answers at ${url.origin} (${why}): start the server there, or set ALIDADE_URL to where it is`,
    )
  }
}

function noAlidade({ url }: ServerAddress, status: number): InvalidInput {
  return new InvalidInput(
    'server-unknown',
    `what answers at ${url.href} (status ${status}) is no Alidade: set ALIDADE_URL to where one is`,
  )
}
