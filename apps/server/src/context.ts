import type { Caller } from './auth/caller.ts'
import type { GraphView } from './graph/graph-view.ts'
import { createLoaders, type Loaders } from './graph/loaders.ts'
import type { RunningGraph } from './graph/running-graph.ts'
import type { Reresolve } from './import-port.ts'
import type { Jobs } from './jobs/jobs.ts'

/** What the server is made of, for as long as it runs. */
export interface Parts {
  readonly graph: RunningGraph
  readonly jobs: Jobs
  readonly reresolve: Reresolve
  readonly now?: () => Date
}

/** What a resolver may use. One for each request. */
export interface Context {
  /** The graph as it was when the request came. */
  readonly view: GraphView
  readonly caller: Caller
  readonly loaders: Loaders
  readonly parts: Parts
}

export async function createContext(parts: Parts, caller: Caller): Promise<Context> {
  return { view: await parts.graph.view(), caller, loaders: createLoaders(), parts }
}
