import type { ApolloServerPlugin } from '@apollo/server'
import type { Context } from '../context.ts'
import { checkOperation } from './limits.ts'

/** Refuses an operation that asks for too much, before any of it runs. */
export const limitQueries: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        if (operation) checkOperation(schema, document, operation, request)
      },
    }
  },
}
