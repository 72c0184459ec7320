import type { Problem } from '@alidade/model'
import { readEnvFile } from './env-file.ts'
import type { Variables } from './interpolate.ts'

/** An environment file, with the text that it has. */
export interface EnvText {
  readonly path: string
  /** Undefined where there is none. */
  readonly text: string | undefined
}

/**
 * The variables of a project's environment files, a later one's before an earlier one's, those that `outer` gives first;
 * what can't be read of them is a problem.
 */
export function dotEnv(files: readonly EnvText[], outer: Variables, problems: Problem[]): Variables {
  const variables = new Map(outer)
  for (const { path, text } of files) {
    if (text === undefined) continue
    const { entries, malformed } = readEnvFile(text, variables)
    for (const line of malformed) problems.push(malformedLine(path, line))
    for (const [name, { value }] of entries) {
      if (value !== undefined && !outer.has(name)) variables.set(name, value)
    }
  }
  return variables
}

/** The line itself may hold a secret, and is not shown. */
export function malformedLine(file: string, line: number): Problem {
  const message = 'this line sets no variable, and was not read: write NAME=value, and close every quote'
  return { code: 'env-malformed', severity: 'warning', file, line, message }
}
