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
    RUNNING: { value: 'running' },
    DONE: { value: 'done' },
    FAILED: { value: 'failed' },
    CANCELLED: { value: 'cancelled' },
  } as const,
})

const Job = builder.objectRef<JobModel>('Job').implement({
  description: 'Long work, which outlives the request. A server keeps the last hundred, as long as it runs.',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false }),
    kind: t.exposeString('kind', { nullable: false }),
    state: t.expose('state', { type: JobState, nullable: false }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: false }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime' }),
    progress: t.exposeString('progress', { description: 'In one line; of one that failed, why.' }),
    report: t.expose('report', { type: 'JSON', description: 'What it did, once it is done.' }),
  }),
})

const CancelJobInput = builder.inputType('CancelJobInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    actor: t.string({ description: 'Who says so, on loopback without tokens.' }),
  }),
})

const CancelJobPayload = builder.objectRef<CancelJobPayloadModel>('CancelJobPayload').implement({
  fields: (t) => ({
    job: t.expose('job', { type: Job }),
    userErrors: t.expose('userErrors', { type: [UserError], nullable: false }),
  }),
})

builder.queryField('job', (t) =>
  t.field({ type: Job, args: { id: t.arg.id({ required: true }) }, resolve: jobById }),
)

builder.mutationField('cancelJob', (t) =>
  t.field({
    type: CancelJobPayload,
    nullable: false,
    description: 'Asks a job to stop. It is cancelled once it has; what it has committed stays.',
    args: { input: t.arg({ type: CancelJobInput, required: true }) },
    resolve: cancelJob,
  }),
)
