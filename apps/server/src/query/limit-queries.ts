import { InvalidInput } from '@alidade/model'
import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { Context } from '../context.ts'
import { checkOperation } from './limits.ts'

/** Refuses an operation that asks for too much, before any of it runs. */
export const limitQueries: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        try {
          if (operation) checkOperation(schema, document, operation, request)
        } catch (error) {
          throw error instanceof InvalidInput ? refusal(error) : error
        }
      },
    }
  },
}

/** Without a status of its own Apollo would answer 500, as if the fault were ours. */
function refusal(originalError: InvalidInput): GraphQLError {
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 400 } } })
}
