import { resolve } from 'node:path'
import { InvalidInput } from '@alidade/model'
import { type CommandEnvironment, userName } from '../environment.ts'
import { importText } from '../output/import-text.ts'
import { progressOn } from '../output/progress.ts'
import { type Streams, writeOut } from '../output/streams.ts'

export interface ImportFlags {
  readonly source?: string
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly as?: string
}

/**
 * `alidade import PATH…`: reads files into the local store.
 * @returns whether there was anything to read, or to take away
 */
export async function importCommand(
  paths: readonly string[],
  flags: ImportFlags,
  environment: CommandEnvironment,
  streams: Streams,
): Promise<boolean> {
  if (environment.server) {
    throw new InvalidInput(
      'import-needs-store',
      `ALIDADE_URL is set, and files can't be imported over the network yet: unset it, and import on the machine whose store ${environment.server.url.origin} uses (the running server shows it within a second)`,
    )
  }
  const { actorOf, importLocally, readEnvironment, stopOnSignal } = await import('@alidade/server')
  const name = flags.as ?? userName()
  const actor = actorOf({ known: 'by nothing', ...(name !== undefined && { stated: name }) })
  const progress = progressOn(streams)
  const stop = new AbortController()
  stopOnSignal(async () => stop.abort(stopped()))
  const { report, where } = await importLocally(readEnvironment(), {
    paths: paths.map((path) => resolve(environment.callerFolder, path)),
    ...(flags.source !== undefined && { name: flags.source }),
    dryRun: flags.dryRun ?? false,
    actor,
    signal: stop.signal,
    onProgress: progress.show,
  }).finally(progress.end)
  await writeOut(streams, flags.json ? `${JSON.stringify(report, null, 2)}\n` : importText(report, where))
  return report.sources.length > 0
}

function stopped(): InvalidInput {
  return new InvalidInput(
    'import-stopped',
    'the import was stopped; what it had written by then is a valid graph: run it again to complete it',
  )
}
