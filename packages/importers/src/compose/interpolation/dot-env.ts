import type { Problem } from '@alidade/model'
import { readEnvFile } from './env-file.ts'
import type { Variables } from './interpolate.ts'

/**
 * The variables of a folder's `.env`, those that `outer` gives first; what can't be read of it is a problem.
 * @param text undefined where there is none
 */
export function dotEnv(
  file: string,
  text: string | undefined,
  outer: Variables,
  problems: Problem[],
): Variables {
  if (text === undefined) return outer
  const { entries, malformed } = readEnvFile(text, outer)
  for (const line of malformed) problems.push(malformedLine(file, line))
  const variables = new Map(outer)
  for (const [name, { value }] of entries) {
    if (value !== undefined && !outer.has(name)) variables.set(name, value)
  }
  return variables
}

/** The line itself may hold a secret, and is not shown. */
export function malformedLine(file: string, line: number): Problem {
  const message = 'this line sets no variable, and was not read: write NAME=value, and close every quote'
  return { code: 'env-malformed', severity: 'warning', file, line, message }
}
