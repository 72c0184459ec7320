import { expect, test } from 'vitest'
import { aGraph } from '../../testing/a-graph.ts'

test('the stored relations of anything, by type, each with its evidence and how much more there is', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ entity(ref: "service:default/cart") {
      relations { totalCount edges {
        type direction confidence evidenceCount moreEvidence
        evidence { file line reason stale } node { ref }
      } }
      out: relations(direction: OUT, types: [DEPENDS_ON]) { totalCount }
      in: relations(direction: IN, types: [DEPENDS_ON]) { totalCount }
    } }`),
  ).toEqual({
    entity: {
      relations: {
        totalCount: 3,
        edges: [
          {
            type: 'OWNS',
            direction: 'IN',
            confidence: 'DECLARED',
            evidenceCount: 1,
            moreEvidence: 0,
            evidence: [{ file: 'catalog-info.yaml', line: 1, reason: null, stale: false }],
            node: { ref: 'team:default/storefront' },
          },
          {
            type: 'CONSUMES',
            direction: 'OUT',
            confidence: 'DECLARED',
            evidenceCount: 1,
            moreEvidence: 0,
            evidence: [{ file: 'catalog-info.yaml', line: 1, reason: null, stale: false }],
            node: { ref: 'api:default/payments' },
          },
          {
            type: 'DEPENDS_ON',
            direction: 'OUT',
            confidence: 'INFERRED',
            evidenceCount: 3,
            moreEvidence: 2,
            evidence: [{ file: 'compose.yaml', line: 20, reason: 'REDIS_URL', stale: true }],
            node: { ref: 'resource:default/redis' },
          },
        ],
      },
      out: { totalCount: 1 },
      in: { totalCount: 0 },
    },
  })
})
