import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { aGraph } from '../../testing/a-graph.ts'

const job = 'query ($id: ID!) { job(id: $id) { kind state progress report finishedAt } }'
const cancel =
  'mutation ($input: CancelJobInput!) { cancelJob(input: $input) { job { state } userErrors { field code } } }'

test('a job says how far it is, and what it did once it is done', async () => {
  const { ask, parts } = await aGraph()
  const gate = Promise.withResolvers<void>()
  const { id } = parts.jobs.start('import', async ({ say }) => {
    say('3 of 4 files')
    await gate.promise
    return { files: 4 }
  })
  expect(await ask(job, { id })).toEqual({
    job: { kind: 'import', state: 'RUNNING', progress: '3 of 4 files', report: null, finishedAt: null },
  })
  gate.resolve()
  await setImmediate()
  expect(await ask(job, { id })).toMatchObject({ job: { state: 'DONE', report: { files: 4 } } })
})

test('somebody who says who they are can cancel it', async () => {
  const { ask, answer, parts } = await aGraph()
  const { id } = parts.jobs.start(
    'import',
    ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      }),
  )
  const nobody = await answer(cancel, { input: { id } })
  expect(nobody.errors).toMatchObject([{ extensions: { code: 'actor-missing' } }])
  await ask(cancel, { input: { id, actor: 'anna' } })
  await setImmediate()
  expect(await ask(job, { id })).toMatchObject({ job: { state: 'CANCELLED' } })
})

test('a job that this server does not know is null, and can not be cancelled', async () => {
  const { ask } = await aGraph()
  expect(await ask(job, { id: 'nothing' })).toEqual({ job: null })
  expect(await ask(cancel, { input: { id: 'nothing', actor: 'anna' } })).toEqual({
    cancelJob: { job: null, userErrors: [{ field: ['input', 'id'], code: 'job-unknown' }] },
  })
})
