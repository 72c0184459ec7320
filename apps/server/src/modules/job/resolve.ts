import { actorOf } from '../../auth/caller.ts'
import type { Context } from '../../context.ts'
import type { Job } from '../../jobs/jobs.ts'
import type { CancelJobPayloadModel } from './job.ts'

export function jobById(_: unknown, { id }: { id: string | number }, { parts }: Context): Job | undefined {
  return parts.jobs.find(String(id))
}

interface CancelJobArguments {
  readonly input: { readonly id: string | number; readonly actor?: string | null | undefined }
}

export function cancelJob(
  _: unknown,
  { input }: CancelJobArguments,
  { parts, caller }: Context,
): CancelJobPayloadModel {
  actorOf(caller, input.actor)
  const job = parts.jobs.cancel(String(input.id))
  if (job) return { job, userErrors: [] }
  const message = `there is no job ${input.id} here: a server keeps the last hundred, as long as it runs`
  return { job: null, userErrors: [{ field: ['input', 'id'], code: 'job-unknown', message }] }
}
