import type { GraphStore } from '@alidade/graph'
import type { Parts } from '../context.ts'
import { runGraph } from '../graph/running-graph.ts'
import { log } from '../http/log.ts'
import { reresolve } from '../import/reresolve.ts'
import { createJobs } from '../jobs/jobs.ts'

export interface RunningParts {
  readonly parts: Parts
  /** Ends the jobs, then closes the store. */
  stop(): Promise<void>
}

/** Loads the graph of a store, and brings up what answers questions on it. */
export async function startParts(store: GraphStore): Promise<RunningParts> {
  const graph = await runGraph(store, { onError: logOnce() })
  const jobs = createJobs()
  return {
    parts: { graph, jobs, reresolve },
    async stop() {
      await jobs.stop()
      await graph.close()
    },
  }
}

/** A store that does not answer is asked again every second, and would fill the log with one line. */
function logOnce(): (error: unknown) => void {
  let last = ''
  return (error) => {
    const message = error instanceof Error ? error.message : String(error)
    if (message !== last) log('store-unreachable', { error: message })
    last = message
  }
}
