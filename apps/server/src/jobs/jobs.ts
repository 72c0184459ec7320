import { randomUUID } from 'node:crypto'
import type { Json } from '@alidade/model'

/** Long work, which outlives the request that began it. */
export interface Job {
  readonly id: string
  readonly kind: string
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly startedAt: string
  readonly finishedAt?: string
  /** In one line, while it runs; why, when it failed. */
  readonly progress?: string
  readonly report?: Json
}

interface Work {
  /** Aborted when somebody cancels the job, or the server stops. */
  readonly signal: AbortSignal
  say(progress: string): void
}

export interface Jobs {
  start(kind: string, work: (work: Work) => Promise<Json>): Job
  find(id: string): Job | undefined
  /** Asks it to stop; it is cancelled once it has. Undefined where there is no such job. */
  cancel(id: string): Job | undefined
  /** Cancels what runs, and waits for it. */
  stop(): Promise<void>
}

const mostFinished = 100

/** The jobs of one server, in memory; of those that are finished the last hundred. */
export function createJobs(now: () => Date = () => new Date()): Jobs {
  const jobs = new Map<string, Job>()
  const running = new Map<string, { readonly abort: AbortController; readonly end: Promise<void> }>()

  const change = (id: string, to: Partial<Job>) => {
    const job = jobs.get(id)
    if (job) jobs.set(id, { ...job, ...to })
  }
  function finish(id: string, to: Partial<Job>): void {
    change(id, { ...to, finishedAt: now().toISOString() })
    running.delete(id)
    const finished = [...jobs.keys()].filter((other) => !running.has(other))
    for (const old of finished.slice(0, -mostFinished)) jobs.delete(old)
  }
  function cancel(id: string): Job | undefined {
    running.get(id)?.abort.abort(new Error('the job was cancelled'))
    return jobs.get(id)
  }

  return {
    find: (id) => jobs.get(id),
    cancel,
    start(kind, work) {
      const job: Job = { id: randomUUID(), kind, state: 'running', startedAt: now().toISOString() }
      const abort = new AbortController()
      jobs.set(job.id, job)
      const end = work({ signal: abort.signal, say: (progress) => change(job.id, { progress }) }).then(
        (report) => finish(job.id, { state: 'done', report }),
        (error: unknown) => {
          const state = abort.signal.aborted ? 'cancelled' : 'failed'
          finish(job.id, { state, progress: error instanceof Error ? error.message : String(error) })
        },
      )
      running.set(job.id, { abort, end })
      return job
    },
    async stop() {
      const ends = [...running.values()].map(({ end }) => end)
      for (const id of running.keys()) cancel(id)
      await Promise.all(ends)
    },
  }
}
