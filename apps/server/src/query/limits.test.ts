import { getIntrospectionQuery, type OperationDefinitionNode, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { createContext } from '../context.ts'
import { schema } from '../schema/schema.ts'
import { aGraph } from '../testing/a-graph.ts'
import { longestShipped, shippedQueries } from '../testing/shipped-queries.ts'
import { createApollo } from './apollo.ts'
import { limits } from './limits.ts'
import { measure } from './measure.ts'

const few = '{ entities(first: 1) { totalCount } }'

async function errorOf(query: string, variables?: Record<string, unknown>): Promise<unknown> {
  const { answer, calls } = await aGraph()
  const { data, errors } = await answer(query, variables)
  expect(data ?? null).toBeNull()
  expect(calls()).toEqual([])
  expect(errors).toHaveLength(1)
  const [error] = errors ?? []
  return { code: error?.extensions?.code, message: error?.message }
}

describe('a query is refused before any of it runs, with which limit it passes and by how much', () => {
  test('words and signs', async () => {
    const query = `{ ${'__typename '.repeat(limits.tokens)} }`
    expect(await errorOf(query)).toEqual({
      code: 'query-too-many-tokens',
      message:
        'the query has 5,002 tokens, which is 2 more than the 5,000 tokens that are allowed: leave fields out, or use fragments',
    })
  })

  test('variables inside each other', async () => {
    const query = 'query ($where: EntityWhere) { entities(where: $where) { totalCount } }'
    let where: object = { unresolved: true }
    for (let level = 0; level < 20_000; level += 1) where = { not: where }
    expect(await errorOf(query, { where })).toEqual({
      code: 'variables-too-deep',
      message:
        'the query has 20,002 levels of variables, which is 19,902 more than the 100 levels of variables that are allowed: write the filter flatter',
    })
  })

  test('aliases', async () => {
    const names = Array.from({ length: limits.aliases + 3 }, (_, n) => `a${n}: __typename`)
    expect(await errorOf(`{ ${names.join(' ')} }`)).toEqual({
      code: 'query-too-many-aliases',
      message:
        'the query has 203 aliases, which is 3 more than the 200 aliases that are allowed: ask with lists of refs, or in several requests',
    })
  })

  test('fields inside each other', async () => {
    const steps = limits.depth - 1
    const query = `{ entity(ref: "service:default/cart") ${'{ system '.repeat(steps)} { ref } ${'}'.repeat(steps)} }`
    expect(await errorOf(query)).toEqual({
      code: 'query-too-deep',
      message:
        'the query has 21 levels, which is 1 more than the 20 levels that are allowed: ask for the inner part by its ref',
    })
  })

  test('what it may lead to', async () => {
    const query =
      'query ($n: Int) { services(first: $n) { nodes { relations(first: $n) { nodes { ref } } } } }'
    expect(await errorOf(query, { n: 1_000 })).toEqual({
      code: 'query-too-costly',
      message:
        'the query has 1,002,000 possible field values, which is 502,000 more than the 500,000 possible field values that are allowed: ask for fewer with first, and for the rest by after',
    })
  })

  test('characters of the query with its variables', async () => {
    const query = 'query ($text: String) { entities(text: $text, first: 1) { totalCount } }'
    expect(await errorOf(query, { text: 'x'.repeat(limits.body) })).toEqual({
      code: 'body-too-large',
      message: expect.stringMatching(
        /^the query has 200,08\d characters, which is 8\d more than the 200,000 characters that are allowed: ask/,
      ),
    })
  })
})

test('over HTTP such a refusal is a fault of the request', async () => {
  const { parts } = await aGraph()
  const { http } = await createApollo().executeOperation(
    { query: `{ ${'a: __typename '.repeat(limits.aliases + 1)} }` },
    { contextValue: await createContext(parts, { known: 'by nothing' }) },
  )
  expect(http.status).toBe(400)
})

test('questions that take long cost more than their rows, so that many of them at once are refused', async () => {
  const ask = 'paths(from: "service:default/cart", to: "service:default/mailer") { incomplete }'
  const many = Array.from({ length: 20 }, (_, n) => `p${n}: ${ask}`)
  expect(await errorOf(`{ ${many.join(' ')} }`)).toMatchObject({ code: 'query-too-costly' })
})

test('types of types of types are refused, however short the question', async () => {
  const steps = 6
  const query = `{ __schema { types ${'{ fields { type '.repeat(steps)} { name } ${'} }'.repeat(steps)} } }`
  expect(await errorOf(query)).toMatchObject({ code: 'query-invalid' })
})

test('what is within the limits runs', async () => {
  const { ask } = await aGraph()
  expect(await ask(few)).toEqual({ entities: { totalCount: 13 } })
})

test('fragments on several kinds cost as much as the most costly of them', () => {
  const document = parse(`
    { entity(ref: "service:default/cart") {
      ref
      ... on Team { services(first: 10) { nodes { ref } } }
      ... on Service { provides(first: 20) { nodes { ref } } }
      ... on Entity { kind }
    } }`)
  const [operation] = document.definitions as OperationDefinitionNode[]
  if (!operation) throw new Error('there is one')
  // entity, ref and kind, and provides with twenty refs.
  expect(measure(schema, document, operation, {})).toEqual({ depth: 4, cost: 3 + 1 + 20 })
})

describe('our own queries', () => {
  test('are found', () => {
    expect(shippedQueries.length).toBeGreaterThan(10)
  })

  test.each(shippedQueries.map((query) => [query.name, query] as const))(
    '%s is valid, and leads to at most half of what is allowed, with the longest lists it asks for',
    (_, { document, operation }) => {
      expect(validate(schema, document).map(({ message }) => message)).toEqual([])
      const numbers = (operation.variableDefinitions ?? []).map(({ variable }) => [
        variable.name.value,
        longestShipped,
      ])
      const { depth, cost } = measure(schema, document, operation, Object.fromEntries(numbers))
      expect(depth).toBeLessThanOrEqual(limits.depth / 2)
      expect(cost).toBeLessThanOrEqual(limits.cost / 2)
    },
  )

  test('and the usual introspection of the schema, are answered', async () => {
    const { ask } = await aGraph()
    expect(await ask(getIntrospectionQuery())).toMatchObject({ __schema: { queryType: { name: 'Query' } } })
  })
})
