import { once } from 'node:events'
import type { CommandEnvironment } from '../environment.ts'
import type { Streams } from '../output/streams.ts'
import { exportFromServer } from '../server/ask-server.ts'

/** `alidade export --format json`: writes the whole graph as one document. */
export async function exportCommand({ server }: CommandEnvironment, { out }: Streams): Promise<void> {
  for await (const piece of server ? exportFromServer(server) : await fromStore()) {
    if (!out.write(piece)) await once(out, 'drain')
  }
}

async function fromStore(): Promise<AsyncGenerator<string>> {
  const { exportLocally, readEnvironment } = await import('@alidade/server')
  return exportLocally(readEnvironment())
}
