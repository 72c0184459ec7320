import { randomUUID } from 'node:crypto'
import { InvalidInput } from '@alidade/model'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { log } from '../http/log.ts'
import { checkTokens } from './limits.ts'

/**
 * An error as the API shows it. One that the caller can mend carries its own code; of one that only we can mend the
 * answer tells a number, and the log what happened.
 */
export function describeError(shown: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const cause = causeOf(thrown)
  if (cause instanceof InvalidInput) {
    return { ...shown, message: cause.message, extensions: { code: cause.code } }
  }
  if (cause instanceof GraphQLError) {
    const code = codes.get(String(shown.extensions?.code))
    if (code) return overTokens(cause, code) ?? { ...shown, extensions: { code } }
  }
  const id = randomUUID()
  log('failure', { id, path: shown.path, error: cause instanceof Error ? cause.stack : String(cause) })
  const message = `the server failed at this (${id}): its log says more`
  return { ...shown, message, extensions: { code: 'internal' } }
}

/** The parser stops at the limit of tokens, and does not say how many there are. */
function overTokens({ source }: GraphQLError, code: string): GraphQLFormattedError | undefined {
  if (!source || code !== 'query-malformed') return undefined
  try {
    checkTokens(source.body)
    return undefined
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    return { message: error.message, extensions: { code: error.code } }
  }
}

/** What a resolver threw, without what GraphQL wraps around it. */
function causeOf(thrown: unknown): unknown {
  return thrown instanceof GraphQLError && thrown.originalError ? causeOf(thrown.originalError) : thrown
}

/** What the libraries find wrong with a request, in our words. Clients of persisted queries wait for Apollo's own. */
const codes = new Map([
  ['GRAPHQL_PARSE_FAILED', 'query-malformed'],
  ['GRAPHQL_VALIDATION_FAILED', 'query-invalid'],
  ['BAD_USER_INPUT', 'variables-invalid'],
  ['OPERATION_RESOLUTION_FAILURE', 'operation-unknown'],
  ['BAD_REQUEST', 'request-malformed'],
  ['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_FOUND'],
  ['PERSISTED_QUERY_NOT_SUPPORTED', 'PERSISTED_QUERY_NOT_SUPPORTED'],
])
