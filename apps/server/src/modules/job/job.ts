import type { Job as JobModel } from '../../jobs/jobs.ts'
import { builder } from '../../schema/builder.ts'
import { UserError, type UserErrorModel } from '../../schema/user-error.ts'
import { cancelJob, jobById } from './resolve.ts'

export interface CancelJobPayloadModel {
  readonly job: JobModel | null
  readonly userErrors: readonly UserErrorModel[]
}

const JobState = builder.enumType('JobState', {
  description: 'How far a job has come.',
  values: {
    RUNNING: { value: 'running', description: 'At work.' },
    DONE: { value: 'done', description: 'Come to its end.' },
    FAILED: { value: 'failed', description: '`progress` says why.' },
    CANCELLED: { value: 'cancelled', description: 'Stopped because somebody asked.' },
  } as const,
})

const Job = builder.objectRef<JobModel>('Job').implement({
  description: 'Long work, which outlives the request. A server keeps the last hundred, as long as it runs.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names it as long as the server runs.', nullable: false }),
    kind: t.exposeString('kind', { description: 'What it does: `import`, …', nullable: false }),
    state: t.expose('state', { description: 'How far it has come.', type: JobState, nullable: false }),
    startedAt: t.expose('startedAt', { description: 'When it began.', type: 'DateTime', nullable: false }),
    finishedAt: t.expose('finishedAt', {
      description: 'When it ended, one way or another.',
      type: 'DateTime',
    }),
    progress: t.exposeString('progress', { description: 'In one line; of one that failed, why.' }),
    report: t.expose('report', { type: 'JSON', description: 'What it did, once it is done.' }),
  }),
})

const CancelJobInput = builder.inputType('CancelJobInput', {
  description: 'Which job to stop.',
  fields: (t) => ({
    id: t.id({ description: 'The `id` of a job.', required: true }),
    actor: t.string({ description: 'Who says so, on loopback without tokens.' }),
  }),
})

const CancelJobPayload = builder.objectRef<CancelJobPayloadModel>('CancelJobPayload').implement({
  description: 'What became of it.',
  fields: (t) => ({
    job: t.expose('job', { description: 'The job as it is now.', type: Job }),
    userErrors: t.expose('userErrors', {
      description: 'Why nothing was done; empty when it was.',
      type: [UserError],
      nullable: false,
    }),
  }),
})

builder.queryField('job', (t) =>
  t.field({
    type: Job,
    description: 'The job with this id; null where this server knows of none.',
    args: { id: t.arg.id({ required: true, description: 'As the one who started it was told.' }) },
    resolve: jobById,
  }),
)

builder.mutationField('cancelJob', (t) =>
  t.field({
    type: CancelJobPayload,
    nullable: false,
    description: 'Asks a job to stop. It is cancelled once it has; what it has committed stays.',
    args: { input: t.arg({ type: CancelJobInput, required: true, description: 'Which one.' }) },
    resolve: cancelJob,
  }),
)
