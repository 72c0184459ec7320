import { resolve } from 'node:path'
import { InvalidInput } from '@alidade/model'
import type { KeepingProgress, KeepingReport } from '@alidade/server'
import type { CommandEnvironment } from '../environment.ts'
import { keepingProgressOn } from '../output/keeping-progress.ts'
import { keepingText } from '../output/keeping-text.ts'
import { type Streams, writeOut } from '../output/streams.ts'

export interface KeepFlags {
  readonly json?: boolean
}

type Work = (
  server: typeof import('@alidade/server'),
  request: { readonly onProgress: (progress: KeepingProgress) => void },
) => Promise<KeepingReport>

/** `alidade backup FILE`: writes all that the local store keeps. */
export function backupCommand(
  file: string,
  flags: KeepFlags,
  environment: CommandEnvironment,
  streams: Streams,
): Promise<void> {
  const path = resolve(environment.callerFolder, file)
  return keep(flags, environment, streams, ({ backup, readEnvironment }, request) =>
    backup(readEnvironment(), path, request),
  )
}

/** `alidade restore FILE`: fills the local store, which has to be empty. */
export function restoreCommand(
  file: string,
  flags: KeepFlags,
  environment: CommandEnvironment,
  streams: Streams,
): Promise<void> {
  const path = resolve(environment.callerFolder, file)
  return keep(flags, environment, streams, ({ restore, readEnvironment }, request) =>
    restore(readEnvironment(), path, request),
  )
}

/** `alidade copy --to neo4j|embedded`: fills one of the two stores from the other. */
export function copyCommand(
  flags: KeepFlags & { readonly to: 'neo4j' | 'embedded' },
  environment: CommandEnvironment,
  streams: Streams,
): Promise<void> {
  return keep(flags, environment, streams, ({ copy, readEnvironment }, request) =>
    copy(readEnvironment(), flags.to, request),
  )
}

async function keep(
  { json }: KeepFlags,
  { server }: CommandEnvironment,
  streams: Streams,
  work: Work,
): Promise<void> {
  if (server) {
    throw new InvalidInput(
      'keeping-needs-store',
      `ALIDADE_URL is set, and a store is not backed up, restored or copied over the network: unset it, and do it on the machine whose store ${server.url.origin} uses (the server may go on running while a backup is made)`,
    )
  }
  const progress = keepingProgressOn(streams)
  const report = await work(await import('@alidade/server'), { onProgress: progress.show }).finally(
    progress.end,
  )
  await writeOut(streams, json ? `${JSON.stringify(report, null, 2)}\n` : keepingText(report))
}
