import { expect, test } from 'vitest'
import { aGraph } from '../../testing/a-graph.ts'
import { biggerShop } from '../../testing/shop.ts'

test('who depends on whom, by team; what nobody owns last', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ rollUp(groupBy: TEAM) {
      totalGroups groups { key size entity { ref } } totalCells cells { from to count confidence }
    } }`),
  ).toEqual({
    rollUp: {
      totalGroups: 3,
      groups: [
        { key: 'team:default/payments', size: 1, entity: { ref: 'team:default/payments' } },
        { key: 'team:default/storefront', size: 2, entity: { ref: 'team:default/storefront' } },
        { key: 'none', size: 3, entity: null },
      ],
      totalCells: 4,
      cells: [
        { from: 'team:default/payments', to: 'none', count: 1, confidence: 'DECLARED' },
        { from: 'team:default/storefront', to: 'team:default/payments', count: 2, confidence: 'DECLARED' },
        { from: 'team:default/storefront', to: 'none', count: 1, confidence: 'INFERRED' },
        { from: 'none', to: 'team:default/payments', count: 1, confidence: 'DECLARED' },
      ],
    },
  })
})

test('what a limit hides is counted', async () => {
  const { ask } = await aGraph(biggerShop(20))
  expect(
    await ask(
      '{ rollUp(groupBy: TEAM, first: 2) { totalGroups groups { key } totalCells cells { from to } } }',
    ),
  ).toMatchObject({ rollUp: { totalGroups: 23, groups: { length: 2 }, totalCells: expect.any(Number) } })
})
