import { userInfo } from 'node:os'
import { InvalidInput } from '@alidade/model'
import { z } from 'zod'

/** What the command line itself is told by its environment; the store's own settings are the server's to read. */
export interface CommandEnvironment {
  /** The running server that answers in place of the local store. */
  readonly server?: ServerAddress
  /** What relative paths are relative to: the folder the command was called in, not the one pnpm runs it in. */
  readonly callerFolder: string
}

export interface ServerAddress {
  /** Ends in `/`. */
  readonly url: URL
  readonly token?: string
}

const variables = z.object({
  ALIDADE_URL: z
    .url({ protocol: /^https?$/, error: 'where a server answers, e.g. http://127.0.0.1:4000' })
    .optional(),
  ALIDADE_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'a token as ALIDADE_TOKENS of the server lists it, without its name')
    .optional(),
  INIT_CWD: z.string().optional(),
})

/**
 * Reads the environment. A variable that is empty counts as not set.
 * @throws InvalidInput `environment-invalid`; no message shows a token
 */
export function readCommandEnvironment(
  from: Readonly<Record<string, string | undefined>> = process.env,
): CommandEnvironment {
  const set = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const { data, error } = variables.safeParse(set)
  if (error) {
    const wrong = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    throw new InvalidInput('environment-invalid', `the environment can't be used:\n${wrong.join('\n')}`)
  }
  const { ALIDADE_URL: url, ALIDADE_TOKEN: token, INIT_CWD: folder } = data
  return {
    ...(url && { server: { url: new URL(url.replace(/\/*$/, '/')), ...(token && { token }) } }),
    callerFolder: folder ?? process.cwd(),
  }
}

/** The name that a write is under where none is stated; undefined where the machine does not know its user. */
export function userName(): string | undefined {
  try {
    return userInfo().username || undefined
  } catch {
    return undefined
  }
}
