import { InvalidInput } from '@alidade/model'
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getVariableValues,
  Lexer,
  type OperationDefinitionNode,
  Source,
  TokenKind,
  visit,
} from 'graphql'
import { measure } from './measure.ts'

/**
 * What one query may ask for. They fit our own largest query several times over (a test holds them to it) and keep
 * one that nobody meant from occupying the server.
 */
export const limits = {
  /** Characters of the query and its variables, and bytes of a request's body. */
  body: 200_000,
  /** Words and signs of the query. */
  tokens: 5_000,
  /** Objects and lists of the variables inside each other. */
  nesting: 100,
  /** Fields under another name. */
  aliases: 200,
  /** Fields inside each other; the usual introspection query has 15. */
  depth: 20,
  /** Field values that it can lead to, by `first` of each list in it. */
  cost: 500_000,
} as const

/**
 * The parser stops at the limit; this tells by how much it is passed.
 * @throws InvalidInput `query-too-many-tokens`
 */
export function checkTokens(query: string): void {
  const count = countTokens(query)
  if (count > limits.tokens) {
    throw tooMuch('tokens', 'query-too-many-tokens', count, 'leave fields out, or use fragments')
  }
}

/** Up to where it is GraphQL: from there on the parser says what is wrong. */
function countTokens(query: string): number {
  const lexer = new Lexer(new Source(query))
  let count = 0
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1
  } catch {
    return count
  }
  return count
}

/**
 * Looks at the operation that is to run.
 * @throws InvalidInput `variables-too-deep`, `body-too-large`, `query-too-many-aliases`, `query-too-deep`, `query-too-costly`
 */
export function checkOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  request: {
    readonly query?: string | undefined
    readonly variables?: Readonly<Record<string, unknown>> | undefined
  },
): void {
  const nesting = nestingOf(request.variables ?? {})
  if (nesting > limits.nesting) {
    throw tooMuch('nesting', 'variables-too-deep', nesting, 'write the filter flatter')
  }
  const size = (request.query ?? '').length + JSON.stringify(request.variables ?? {}).length
  if (size > limits.body) {
    throw tooMuch('body', 'body-too-large', size, 'ask in several requests')
  }
  const aliases = countAliases(document)
  if (aliases > limits.aliases) {
    throw tooMuch(
      'aliases',
      'query-too-many-aliases',
      aliases,
      'ask with lists of refs, or in several requests',
    )
  }
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], {
    ...request.variables,
  })
  // Running it says what is wrong with them.
  if (!coerced) return
  const { depth, cost } = measure(schema, document, operation, coerced)
  if (depth > limits.depth) {
    throw tooMuch('depth', 'query-too-deep', depth, 'ask for the inner part by its ref')
  }
  if (cost > limits.cost) {
    throw tooMuch('cost', 'query-too-costly', cost, 'ask for fewer with first, and for the rest by after')
  }
}

/** How deep values stand inside each other; without recursion, which is what it is to save from. */
function nestingOf(value: object): number {
  let depth = 0
  for (let level: readonly object[] = [value]; level.length > 0; depth += 1) {
    level = level.flatMap((it) =>
      Object.values(it).filter((inner) => typeof inner === 'object' && inner !== null),
    )
  }
  return depth
}

function countAliases(document: DocumentNode): number {
  let count = 0
  visit(document, {
    Field({ alias }: FieldNode) {
      if (alias) count += 1
    },
  })
  return count
}

const measures: Record<keyof typeof limits, string> = {
  body: 'characters',
  tokens: 'tokens',
  nesting: 'levels of variables',
  aliases: 'aliases',
  depth: 'levels',
  cost: 'possible field values',
}

function tooMuch(limit: keyof typeof limits, code: string, actual: number, remedy: string): InvalidInput {
  const say = (number: number) => `${number.toLocaleString('en')} ${measures[limit]}`
  const most = limits[limit]
  return new InvalidInput(
    code,
    `the query has ${say(actual)}, which is ${(actual - most).toLocaleString('en')} more than the ${say(most)} that are allowed: ${remedy}`,
  )
}
