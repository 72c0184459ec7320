import { InvalidInput } from '@alidade/model'
import { z } from 'zod'
import type { CommandEnvironment } from '../environment.ts'
import { impactText } from '../output/impact-text.ts'
import { type Streams, writeOut } from '../output/streams.ts'
import { ask } from '../server/ask.ts'

export interface ImpactFlags {
  readonly depth?: number
  readonly json?: boolean
}

const query = `query Impact($refs: [Ref!]!, $depth: Int) {
  impact(of: { refs: $refs }, depth: $depth, first: 1000) {
    totalCount
    affected { distance entity { ref name } path { ref name } }
    teams { count nearest team { ref name } entities { ref } }
    followed { relationTypes confidences }
  }
}`

const named = z.object({ ref: z.string(), name: z.string() })
const answer = z.object({
  impact: z.object({
    totalCount: z.int(),
    affected: z.array(z.object({ distance: z.int(), entity: named, path: z.array(named) })),
    teams: z.array(
      z.object({
        count: z.int(),
        nearest: z.int(),
        team: named.nullable(),
        entities: z.array(z.object({ ref: z.string() })),
      }),
    ),
    followed: z.object({ relationTypes: z.array(z.string()), confidences: z.array(z.string()) }),
  }),
})
export type Impact = z.output<typeof answer>['impact']

/** `alidade impact REF…`: who would notice a change of these. */
export async function impactCommand(
  refs: readonly string[],
  flags: ImpactFlags,
  environment: CommandEnvironment,
  streams: Streams,
): Promise<void> {
  const variables = { refs, ...(flags.depth !== undefined && { depth: flags.depth }) }
  const { data, errors } = await ask(environment, { query, variables })
  const [refusal] = errors ?? []
  if (refusal) throw new InvalidInput(String(refusal.extensions?.code ?? 'refused'), refusal.message)
  const { impact } = answer.parse(data)
  await writeOut(streams, flags.json ? `${JSON.stringify(impact, null, 2)}\n` : impactText(refs, impact))
}
