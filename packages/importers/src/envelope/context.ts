import { InvalidInput, type Kind, type Problem, type Ref } from '@alidade/model'
import type { FileToRead } from '../reader.ts'

/** The file that is read and where its problems go. */
export interface Context {
  readonly file: FileToRead
  readonly problems: Problem[]
}

/** Whom a field belongs to: what a ref in it leaves out is taken from there. */
export interface Owner {
  readonly ref: Ref
  readonly kind: Kind
  readonly namespace: string
}

export function note(
  { file, problems }: Context,
  line: number,
  code: string,
  message: string,
  severity: Problem['severity'] = 'error',
): void {
  problems.push({ code, severity, file: file.path, line, message })
}

/** What `attempt` gives; undefined, and a problem, where the input is to blame. */
export async function orNote<Value>(
  context: Context,
  line: number,
  attempt: () => Value | Promise<Value>,
): Promise<Awaited<Value> | undefined> {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    note(context, line, error.code, error.message)
    return undefined
  }
}
