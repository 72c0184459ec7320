import type { GraphQLFormattedError } from 'graphql'
import type { Caller } from '../auth/caller.ts'
import { createContext, type Parts } from '../context.ts'
import { createApollo } from './apollo.ts'

export interface Query {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string
}

export interface Answer {
  /** Null where nothing of it could be answered, left out where it was not run at all. */
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly GraphQLFormattedError[]
}

let apollo: ReturnType<typeof createApollo> | undefined

/** Runs a query in this process, under the same limits and with the same errors as over HTTP. */
export async function executeQuery(parts: Parts, caller: Caller, query: Query): Promise<Answer> {
  apollo ??= createApollo()
  const { body } = await apollo.executeOperation(
    { ...query, ...(query.variables && { variables: { ...query.variables } }) },
    { contextValue: await createContext(parts, caller) },
  )
  if (body.kind !== 'single') throw new Error('an answer in parts was not asked for')
  return body.singleResult
}
