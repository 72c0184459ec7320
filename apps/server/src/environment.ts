import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { InvalidInput } from '@alidade/model'
import { z } from 'zod'
import { isLoopback } from './auth/loopback.ts'
import { parseTokens, type Token } from './auth/tokens.ts'
import { dataFolder } from './graph/data-folder.ts'

/** What the process was told by its environment. */
export interface Environment {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
  /** Where browsers reach the server, when that is not where it listens. */
  readonly publicUrl?: URL
  /** Who may ask, by hashes; none on loopback without authentication. */
  readonly tokens: readonly Token[]
  /** Where the embedded store lies; unused with `neo4j`. */
  readonly dataFolder: string
  readonly neo4j?: Neo4jAddress
  /** The folder of the built web client. */
  readonly webClient: string
  /** The folder of the sample organisation. */
  readonly sample: string
  /** What relative paths are relative to: the folder the command was called in, not the one pnpm runs it in. */
  readonly callerFolder: string
}

interface Neo4jAddress {
  readonly uri: string
  /** Both are left out where no password is set: for a Neo4j that asks for none. */
  readonly username?: string
  readonly password?: string
  /** The server's default one when left out. */
  readonly database?: string
}

const whole = 'a whole number from 0 to 65535: the port to listen on, or 0 for any free one'

/** A folder that comes along: beside the bundle, or where the checkout has it. */
function shipped(besideBundle: string, inCheckout: string): string {
  const [bundled, checkout] = [besideBundle, inCheckout].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  ) as [string, string]
  return existsSync(bundled) ? bundled : checkout
}

const variables = z.object({
  ALIDADE_HOST: z.string().min(1, 'the address to listen on, e.g. 127.0.0.1').default('127.0.0.1'),
  ALIDADE_PORT: z
    .string()
    .regex(/^\d+$/, whole)
    .transform(Number)
    .pipe(z.int().max(65_535, whole))
    .default(4000),
  ALIDADE_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'the address that browsers use, e.g. https://alidade.example.org' })
    .transform((text) => new URL(text))
    .optional(),
  ALIDADE_TOKENS: z.string().default('').transform(tokens),
  ALIDADE_DATA: z.string().optional(),
  ALIDADE_WEB: z.string().default(shipped('./web', '../../web/dist')),
  ALIDADE_SAMPLE: z.string().default(shipped('./sample', '../../../graph/sample')),
  NEO4J_URI: z
    .string()
    // Name and password have variables of their own: an address is shown in messages.
    .regex(
      /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/[^\s@]+$/,
      'where Neo4j answers, without name and password, e.g. neo4j://127.0.0.1:7687',
    )
    .optional(),
  NEO4J_USERNAME: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().default(''),
  NEO4J_DATABASE: z.string().optional(),
  INIT_CWD: z.string().optional(),
})

function tokens(text: string, context: z.RefinementCtx): readonly Token[] {
  try {
    return parseTokens(text)
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    // Without the input: an error must not show a token.
    context.issues.push({ code: 'custom', message: error.message, input: undefined })
    return z.NEVER
  }
}

/**
 * The one place that reads the environment. A variable that is empty counts as not set.
 * @throws InvalidInput `environment-invalid`, naming every variable that is wrong and what it takes
 */
export function readEnvironment(
  from: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const set = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const { data, error } = variables.safeParse(set)
  if (error) {
    const wrong = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    throw new InvalidInput('environment-invalid', `the environment can't be used:\n${wrong.join('\n')}`)
  }
  if (!isLoopback(data.ALIDADE_HOST) && data.ALIDADE_TOKENS.length === 0) {
    throw new InvalidInput(
      'environment-invalid',
      `ALIDADE_HOST is ${data.ALIDADE_HOST}, which others can reach: set ALIDADE_TOKENS too ` +
        '(name:read:token or name:write:token, comma-separated), or leave ALIDADE_HOST at 127.0.0.1',
    )
  }
  const callerFolder = data.INIT_CWD ?? process.cwd()
  return {
    host: data.ALIDADE_HOST,
    port: data.ALIDADE_PORT,
    ...(data.ALIDADE_PUBLIC_URL && { publicUrl: data.ALIDADE_PUBLIC_URL }),
    tokens: data.ALIDADE_TOKENS,
    dataFolder: dataFolder(data.ALIDADE_DATA, callerFolder),
    ...(data.NEO4J_URI && { neo4j: neo4j(data.NEO4J_URI, data) }),
    webClient: data.ALIDADE_WEB,
    sample: data.ALIDADE_SAMPLE,
    callerFolder,
  }
}

function neo4j(uri: string, data: z.output<typeof variables>): Neo4jAddress {
  return {
    uri,
    ...(data.NEO4J_PASSWORD && { username: data.NEO4J_USERNAME, password: data.NEO4J_PASSWORD }),
    ...(data.NEO4J_DATABASE && { database: data.NEO4J_DATABASE }),
  }
}
