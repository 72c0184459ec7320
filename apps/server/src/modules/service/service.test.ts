import { expect, test } from 'vitest'
import { aGraph } from '../../testing/a-graph.ts'
import { biggerShop } from '../../testing/shop.ts'

test('a service has an owner, what it provides and consumes, and both sides of its dependencies', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ service(ref: "checkout") {
      ref owner { ref }
      provides { totalCount edges { type direction confidence evidenceCount node { ref } } }
      consumes { totalCount }
      dependsOn { totalCount edges { confidence weight via { ref } node { ref unresolved } } }
      dependents { totalCount edges { confidence weight via { ref } node { ref } } }
    } }`),
  ).toEqual({
    service: {
      ref: 'service:default/checkout',
      owner: { ref: 'team:default/payments' },
      provides: {
        totalCount: 1,
        edges: [
          {
            type: 'PROVIDES',
            direction: 'OUT',
            confidence: 'CONTRACT',
            evidenceCount: 1,
            node: { ref: 'api:default/payments' },
          },
        ],
      },
      consumes: { totalCount: 0 },
      dependsOn: {
        totalCount: 1,
        edges: [
          {
            confidence: 'DECLARED',
            weight: 1,
            via: [],
            node: { ref: 'service:default/mailer', unresolved: true },
          },
        ],
      },
      dependents: {
        totalCount: 3,
        edges: [
          {
            confidence: 'DECLARED',
            weight: 2,
            via: [{ ref: 'api:default/payments' }],
            node: { ref: 'service:default/cart' },
          },
          { confidence: 'DECLARED', weight: 1, via: [], node: { ref: 'service:default/legacy' } },
          {
            confidence: 'DECLARED',
            weight: 2,
            via: [{ ref: 'api:default/payments' }],
            node: { ref: 'service:default/web' },
          },
        ],
      },
    },
  })
})

test('a dependency through an API shows the evidence of both of its relations, the strongest first', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ service(ref: "cart") { dependsOn(first: 2) { edges {
      evidenceCount evidence { confidence file line reason environment url }
    } } } }`),
  ).toEqual({
    service: {
      dependsOn: {
        edges: [
          {
            evidenceCount: 3,
            evidence: [
              {
                confidence: 'INFERRED',
                file: 'compose.yaml',
                line: 20,
                reason: 'REDIS_URL',
                environment: 'production',
                url: null,
              },
            ],
          },
          {
            evidenceCount: 2,
            evidence: [
              {
                confidence: 'CONTRACT',
                file: 'services/checkout/openapi.yaml',
                line: 3,
                reason: null,
                environment: null,
                url: null,
              },
              {
                confidence: 'DECLARED',
                file: 'catalog-info.yaml',
                line: 1,
                reason: null,
                environment: null,
                url: 'https://github.com/acme/shop/blob/c0ffee/catalog-info.yaml#L1',
              },
            ],
          },
        ],
      },
    },
  })
})

test('dependencies come in pages, each saying how many there are in all', async () => {
  const { ask } = await aGraph(biggerShop(10))
  const query = `query ($after: String) { service(ref: "checkout") { dependents(first: 5, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor } nodes { name }
  } } }`
  interface Answer {
    readonly service: {
      readonly dependents: {
        readonly totalCount: number
        readonly pageInfo: {
          readonly hasNextPage: boolean
          readonly hasPreviousPage: boolean
          readonly endCursor: string
        }
        readonly nodes: readonly { readonly name: string }[]
      }
    }
  }
  const pages: Answer['service']['dependents'][] = []
  let after: string | null = null
  do {
    const { service } = (await ask(query, { after })) as Answer
    pages.push(service.dependents)
    after = service.dependents.pageInfo.endCursor
  } while (pages.at(-1)?.pageInfo.hasNextPage)
  expect(pages.map(({ totalCount, nodes }) => [totalCount, nodes.length])).toEqual([
    [13, 5],
    [13, 5],
    [13, 3],
  ])
  expect(pages.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual([false, true, true])
  expect(new Set(pages.flatMap(({ nodes }) => nodes.map(({ name }) => name))).size).toBe(13)
})

test('the ref of something else says what to ask instead', async () => {
  const { answer } = await aGraph()
  const { errors } = await answer('{ service(ref: "team:default/payments") { ref } }')
  expect(errors).toMatchObject([
    {
      message:
        'team:default/payments is of kind Team and not Service: ask team(ref: "team:default/payments")',
      extensions: { code: 'kind-mismatch' },
    },
  ])
})
