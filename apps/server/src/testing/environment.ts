import { onTestFinished } from 'vitest'
import { readEnvironment } from '../environment.ts'
import { type RunningServer, type ServeOptions, serve } from '../serve/serve.ts'
import { temporaryFolder, writeFiles } from './temporary-folder.ts'

/** A server as `alidade serve` starts it, on a free port and a store of its own; stopped when the test is over. */
export async function aServer(
  variables: Readonly<Record<string, string>> = {},
  options: ServeOptions = {},
): Promise<RunningServer> {
  const environment = readEnvironment({
    ALIDADE_PORT: '0',
    ALIDADE_DATA: temporaryFolder(),
    ALIDADE_WEB: aWebClient(),
    ...variables,
  })
  const server = await serve(environment, options)
  onTestFinished(() => server.stop())
  return server
}

function aWebClient(): string {
  const folder = temporaryFolder()
  writeFiles(folder, {
    'index.html': '<title>Alidade</title><meta property="csp-nonce" nonce="__CSP_NONCE__">',
    'assets/main-abc.js': 'export {}',
  })
  return folder
}

export interface Asked {
  readonly status: number
  readonly headers: Headers
  readonly body: { readonly data?: Record<string, unknown>; readonly errors?: readonly GraphqlError[] }
}
interface GraphqlError {
  readonly message: string
  readonly extensions?: { readonly code?: string }
}

/** Sends a query as the web client does. */
export async function ask(url: string, query: string, headers: Record<string, string> = {}): Promise<Asked> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Asked['body'],
  }
}
