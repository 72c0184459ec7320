import { expect, test } from 'vitest'
import { aGraph } from '../../testing/a-graph.ts'

test('an API has its providers, consumers, operations and dependents', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ api(ref: "payments") {
      providers { totalCount nodes { ref } }
      consumers { totalCount nodes { ref } }
      operations { totalCount nodes { ref __typename } }
      dependents { totalCount nodes { ref } }
    } }`),
  ).toEqual({
    api: {
      providers: { totalCount: 1, nodes: [{ ref: 'service:default/checkout' }] },
      consumers: {
        totalCount: 2,
        nodes: [{ ref: 'service:default/cart' }, { ref: 'service:default/web' }],
      },
      operations: {
        totalCount: 1,
        nodes: [{ ref: 'api:default/payments#GET /charges', __typename: 'Operation' }],
      },
      dependents: {
        totalCount: 2,
        nodes: [{ ref: 'service:default/cart' }, { ref: 'service:default/web' }],
      },
    },
  })
})

test('an operation knows its API', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ operation(ref: "payments#GET /charges") {
      name api { ref } providers { totalCount } consumers { totalCount }
    } }`),
  ).toEqual({
    operation: {
      name: 'GET /charges',
      api: { ref: 'api:default/payments' },
      providers: { totalCount: 0 },
      consumers: { totalCount: 0 },
    },
  })
})
