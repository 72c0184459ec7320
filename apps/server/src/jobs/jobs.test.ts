import { describe, expect, it } from 'vitest'
import { createJobs } from './jobs.ts'

/** Of no matter to a machine that is not busy. */
const timeout = 20_000
const times = (...all: readonly string[]) => {
  const left = [...all]
  return () => new Date(left.shift() ?? '2026-11-24T12:59:00Z')
}

describe('a job', () => {
  it('runs on after whoever started it, says how far it is, and keeps its report', async () => {
    const jobs = createJobs(times('2026-11-24T12:00:00Z', '2026-11-24T12:00:05Z'))
    const { promise, resolve } = Promise.withResolvers<void>()
    const { id } = jobs.start('count', async ({ say }) => {
      say('half way')
      await promise
      return { counted: 3 }
    })
    expect(jobs.find(id)).toMatchObject({ kind: 'count', state: 'running', progress: 'half way' })
    resolve()
    await expect
      .poll(() => jobs.find(id), { timeout })
      .toEqual({
        id,
        kind: 'count',
        state: 'done',
        startedAt: '2026-11-24T12:00:00.000Z',
        finishedAt: '2026-11-24T12:00:05.000Z',
        progress: 'half way',
        report: { counted: 3 },
      })
  })

  it('says why it failed', async () => {
    const jobs = createJobs()
    const { id } = jobs.start('count', async () => {
      throw new Error('there is nothing to count')
    })
    await expect
      .poll(() => jobs.find(id), { timeout })
      .toMatchObject({ state: 'failed', progress: 'there is nothing to count' })
  })

  it('is cancelled once it has stopped, and all are when the server stops', async () => {
    const jobs = createJobs()
    const untilAborted = ({ signal }: { signal: AbortSignal }) =>
      new Promise<null>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const [first, second] = [jobs.start('wait', untilAborted), jobs.start('wait', untilAborted)]
    expect(jobs.cancel(first.id)).toMatchObject({ state: 'running' })
    await expect.poll(() => jobs.find(first.id), { timeout }).toMatchObject({ state: 'cancelled' })
    expect(jobs.find(second.id)).toMatchObject({ state: 'running' })
    await jobs.stop()
    expect(jobs.find(second.id)).toMatchObject({ state: 'cancelled' })
    expect(jobs.cancel('nonsense')).toBeUndefined()
  })

  it('is remembered until a hundred others have finished', async () => {
    const jobs = createJobs()
    const { id } = jobs.start('first', async () => null)
    for (let n = 0; n < 100; n++) jobs.start('other', async () => null)
    await expect.poll(() => jobs.find(id), { timeout }).toBeUndefined()
  })
})
