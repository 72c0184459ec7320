import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { Context } from '../context.ts'
import { schema } from '../schema/schema.ts'
import { describeError } from './describe-error.ts'
import { limitQueries } from './limit-queries.ts'
import { limits } from './limits.ts'

/**
 * What runs queries, over HTTP and in this process alike. Who starts it stops it. The context of each request is from
 * `createContext`. What is kept between requests (parsed queries, persisted ones) is bounded.
 */
export function createApollo(): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    csrfPrevention: true,
    introspection: true,
    cache: 'bounded',
    parseOptions: { maxTokens: limits.tokens },
    stopOnTerminationSignals: false,
    formatError: describeError,
    plugins: [
      limitQueries,
      // It looks at every field of every answer, which costs more than the work itself.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // Nothing is sent to anybody, whatever the environment holds.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  })
}
