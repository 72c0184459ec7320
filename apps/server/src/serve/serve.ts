import type { Environment } from '../environment.ts'
import { type OpenedStore, openStore } from '../graph/open-store.ts'
import { hasWebClient } from '../http/has-web-client.ts'
import type { ImportReport } from '../import/report.ts'
import { listen } from './listen.ts'
import { importSample } from './sample-at-start.ts'
import { startParts } from './start-parts.ts'
import { stopInTime } from './stop-in-time.ts'

export interface ServeOptions {
  /** Imports the sample organisation where it would not come by itself. */
  readonly sample?: boolean
}

export interface RunningServer {
  /** Where it answers. */
  readonly url: string
  /** The store, in words. */
  readonly where: string
  readonly engine: OpenedStore['store']['engine']
  readonly counts: { readonly entities: number; readonly relations: number; readonly revision: number }
  /** What was imported of the sample organisation, if it was. */
  readonly sample?: ImportReport
  readonly hasWebClient: boolean
  /** Lets the requests under way finish, at most ten seconds, and closes the store. Once, however often it is called. */
  stop(): Promise<void>
}

/**
 * Opens the store, imports the sample organisation where that is empty (on Neo4j only when it is asked for), and answers
 * over HTTP until it is stopped.
 * @throws InvalidInput `port-in-use`, `host-unusable`, and what opening the store can throw
 */
export async function serve(environment: Environment, options: ServeOptions = {}): Promise<RunningServer> {
  const { store, where } = await openStore(environment)
  let stopParts = () => store.close()
  try {
    const wanted = options.sample || store.engine === 'sqlite'
    const sample = wanted ? await importSample(store, environment.sample, options.sample ?? false) : undefined
    const { parts, stop } = await startParts(store)
    stopParts = stop
    // Loaded here, since the other commands start in half the time without it.
    const { createServer } = await import('../http/server.ts')
    const server = await createServer(parts, environment)
    const url = await listen(server, environment)
    const { snapshot, revision } = parts.graph.latest()
    let stopping: Promise<void> | undefined
    return {
      url,
      where,
      engine: store.engine,
      counts: { entities: snapshot.entityCount, relations: snapshot.relationCount, revision },
      ...(sample && { sample }),
      hasWebClient: hasWebClient(environment.webClient),
      stop() {
        stopping ??= stopInTime(server).then(stop)
        return stopping
      },
    }
  } catch (error) {
    await stopParts()
    throw error
  }
}
