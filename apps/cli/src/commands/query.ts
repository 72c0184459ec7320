import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { InvalidInput } from '@alidade/model'
import { z } from 'zod'
import type { CommandEnvironment } from '../environment.ts'
import { type Streams, say, writeOut } from '../output/streams.ts'
import { ask } from '../server/ask.ts'

export interface QueryFlags {
  readonly variables?: string
  readonly operation?: string
}

/**
 * `alidade query FILE|-`: runs a GraphQL query, and writes the whole answer as JSON.
 * @returns whether all of it was answered
 */
export async function queryCommand(
  file: string,
  flags: QueryFlags,
  environment: CommandEnvironment,
  streams: Streams,
): Promise<boolean> {
  const query = await readQuery(file, environment.callerFolder)
  const variables = flags.variables === undefined ? undefined : readVariables(flags.variables)
  const answer = await ask(environment, {
    query,
    ...(variables && { variables }),
    ...(flags.operation !== undefined && { operationName: flags.operation }),
  })
  await writeOut(streams, `${JSON.stringify(answer, null, 2)}\n`)
  const errors = answer.errors ?? []
  for (const { message, path } of errors) {
    say(streams, path ? `alidade: ${path.join('.')}: ${message}` : `alidade: ${message}`)
  }
  return errors.length === 0
}

async function readQuery(file: string, folder: string): Promise<string> {
  if (file === '-') return text(process.stdin)
  const path = resolve(folder, file)
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InvalidInput(
      'file-unreadable',
      `the query in ${path} can't be read (${error.code}): give the path of a file with a GraphQL query, or - for standard input`,
    )
  })
}

function readVariables(given: string): Readonly<Record<string, unknown>> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(given))
  } catch {
    throw new InvalidInput(
      'variables-malformed',
      `the variables are no JSON object: write them like --variables '{"ref": "service:default/checkout"}'`,
    )
  }
}
