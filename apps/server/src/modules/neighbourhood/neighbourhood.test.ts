import { expect, test } from 'vitest'
import { aGraph } from '../../testing/a-graph.ts'
import { biggerShop } from '../../testing/shop.ts'

test('what is around a service, callers on the negative side, with the evidence of each edge', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ neighbourhood(refs: ["service:shop/checkout"]) {
      totalNodes
      nodes { key distance root hiddenIn hiddenOut groupSize entity { ref } group { ref } }
      edges { from to confidence weight types evidenceCount evidence { confidence file } }
      hidden { distance count }
    } }`),
  ).toEqual({
    neighbourhood: {
      totalNodes: 5,
      nodes: [
        ['service:default/checkout', 0, true],
        ['service:default/cart', -1, false],
        ['service:default/legacy', -1, false],
        ['service:default/mailer', 1, false],
        ['service:default/web', -1, false],
      ].map(([key, distance, root]) => ({
        key,
        distance,
        root,
        hiddenIn: 0,
        hiddenOut: key === 'service:default/cart' ? 1 : 0,
        groupSize: 0,
        entity: { ref: key },
        group: null,
      })),
      edges: [
        {
          from: 'service:default/cart',
          to: 'service:default/checkout',
          confidence: 'DECLARED',
          weight: 2,
          types: ['PROVIDES', 'CONSUMES'],
          evidenceCount: 2,
          evidence: [
            { confidence: 'CONTRACT', file: 'services/checkout/openapi.yaml' },
            { confidence: 'DECLARED', file: 'catalog-info.yaml' },
          ],
        },
        {
          from: 'service:default/checkout',
          to: 'service:default/mailer',
          confidence: 'DECLARED',
          weight: 1,
          types: ['DEPENDS_ON'],
          evidenceCount: 1,
          evidence: [{ confidence: 'DECLARED', file: 'catalog-info.yaml' }],
        },
        {
          from: 'service:default/legacy',
          to: 'service:default/checkout',
          confidence: 'DECLARED',
          weight: 1,
          types: ['DEPENDS_ON'],
          evidenceCount: 1,
          evidence: [{ confidence: 'DECLARED', file: 'catalog-info.yaml' }],
        },
        {
          from: 'service:default/web',
          to: 'service:default/checkout',
          confidence: 'DECLARED',
          weight: 2,
          types: ['PROVIDES', 'CONSUMES'],
          evidenceCount: 2,
          evidence: [
            { confidence: 'CONTRACT', file: 'services/checkout/openapi.yaml' },
            { confidence: 'DECLARED', file: 'catalog-info.yaml' },
          ],
        },
      ],
      hidden: [],
    },
  })
})

test('what a limit hides is counted, in all and at each node', async () => {
  const { ask } = await aGraph(biggerShop(20))
  const { neighbourhood } = (await ask(
    `{ neighbourhood(refs: ["service:default/checkout"], direction: IN, first: 4) {
      totalNodes nodes { key hiddenIn } hidden { distance count }
    } }`,
  )) as { neighbourhood: { totalNodes: number; nodes: { key: string; hiddenIn: number }[]; hidden: unknown } }
  expect(neighbourhood.nodes).toHaveLength(4)
  expect(neighbourhood.totalNodes).toBe(24)
  expect(neighbourhood.hidden).toEqual([{ distance: -1, count: 20 }])
  expect(neighbourhood.nodes[0]).toEqual({ key: 'service:default/checkout', hiddenIn: 20 })
})

test('around a root, teams stand for what they own', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ neighbourhood(refs: ["service:default/checkout"], groupBy: TEAM) {
      nodes { key distance groupSize entity { ref } group { ref } }
      edges { from to weight }
    } }`),
  ).toEqual({
    neighbourhood: {
      nodes: [
        {
          key: 'service:default/checkout',
          distance: 0,
          groupSize: 0,
          entity: { ref: 'service:default/checkout' },
          group: null,
        },
        { key: 'none', distance: 1, groupSize: 2, entity: null, group: null },
        {
          key: 'team:default/storefront',
          distance: -1,
          groupSize: 2,
          entity: null,
          group: { ref: 'team:default/storefront' },
        },
      ],
      edges: expect.arrayContaining([
        { from: 'team:default/storefront', to: 'service:default/checkout', weight: 3 },
        { from: 'none', to: 'service:default/checkout', weight: 1 },
        { from: 'service:default/checkout', to: 'none', weight: 1 },
      ]),
    },
  })
})

test.each([
  ['a ref of no kind', '(refs: ["widget:default/x"])', 'kind-unknown'],
  ['no refs', '(refs: [])', 'refs-out-of-bounds'],
  ['something unknown', '(refs: ["service:default/nowhere"])', 'entity-unknown'],
  ['too deep', '(refs: ["service:default/cart"], depth: 11)', 'depth-out-of-bounds'],
  ['too many', '(refs: ["service:default/cart"], first: 1001)', 'first-out-of-bounds'],
])('%s is refused', async (_, args, code) => {
  const { answer } = await aGraph()
  const { errors } = await answer(`{ neighbourhood${args} { totalNodes } }`)
  expect(errors).toMatchObject([{ extensions: { code } }])
})
