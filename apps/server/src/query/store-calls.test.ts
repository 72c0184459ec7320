import { describe, expect, test } from 'vitest'
import { aGraph, type TestGraph } from '../testing/a-graph.ts'
import { shippedQueries, variablesOf } from '../testing/shipped-queries.ts'
import { biggerShop } from '../testing/shop.ts'

/** One of each kind that a page is about. */
const refs = [
  'service:default/checkout',
  'service:default/mailer',
  'team:default/payments',
  'person:default/ada',
  'api:default/payments',
  'api:default/payments#GET /charges',
  'resource:default/redis',
  'system:default/checkout',
  'domain:default/commerce',
]

/** The documentation asks about the sample organisation: what is of a kind there is so in the shop. */
function aboutTheShop(text: string): string {
  return text.replace(/"([a-z]+):[^"/]+\/[^"]+"/g, (written, kind) => {
    const ref = refs.find((it) => it.startsWith(`${kind}:`))
    return ref ? `"${ref}"` : written
  })
}

/** How often each operation of the store was asked. */
async function callsFor({ ask, calls }: TestGraph, query: string, variables: Record<string, unknown>) {
  await ask(query, variables)
  return Object.fromEntries(
    Object.entries(Object.groupBy(calls(), (name) => name))
      .map(([name, all]) => [name, all?.length ?? 0] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

describe('what a shipped query asks of the store is a constant for each level, whatever the number of rows', () => {
  test.each(shippedQueries.map((query) => [query.name, query] as const))(
    '%s',
    async (_, { text, operation }) => {
      const small = await aGraph(biggerShop(4))
      const large = await aGraph(biggerShop(40))
      const query = aboutTheShop(text)
      const takesRef = /\$\w+: \[?Ref!/.test(query)
      for (const ref of takesRef ? refs : ['']) {
        const variables = variablesOf(operation, ref)
        const few = await callsFor(small, query, variables)
        const many = await callsFor(large, query, variables)
        expect(many, ref).toEqual(few)
        // Two levels that need bodies are the entity's own and that of what is around it.
        for (const [name, count] of Object.entries(many)) expect(count, name).toBeLessThanOrEqual(2)
      }
    },
  )
})

describe('how many calls a level costs', () => {
  test('none for what the snapshot knows', async () => {
    const graph = await aGraph(biggerShop(40))
    const query = `{ services(first: 100) { totalCount nodes {
      name owners { name } system { name } dependsOn(first: 10) { totalCount nodes { name } }
    } } }`
    expect(await callsFor(graph, query, {})).toEqual({})
  })

  test('one for the bodies of a whole list, one for the evidence of all its relations, one for all sources', async () => {
    const graph = await aGraph(biggerShop(40))
    const query = `{ services(first: 100) { nodes {
      description
      dependsOn(first: 10) { edges { evidence { file url } } }
      dependents(first: 10) { edges { evidence { file url } } }
      relations(first: 10) { edges { properties { key } evidence { file } } }
    } } }`
    expect(await callsFor(graph, query, {})).toEqual({ entities: 1, relations: 1, sources: 1 })
  })

  test('one more for each level of bodies inside bodies', async () => {
    const graph = await aGraph(biggerShop(40))
    const query = `{ services(first: 100) { nodes {
      description
      dependsOn(first: 10) { nodes { description owners { description } } }
    } } }`
    // The three are resolved side by side, so all that is known at one time goes together.
    const { entities } = await callsFor(graph, query, {})
    expect(entities).toBeLessThanOrEqual(3)
  })
})
