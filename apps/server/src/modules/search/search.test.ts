import { expect, test } from 'vitest'
import { aGraph } from '../../testing/a-graph.ts'
import { biggerShop } from '../../testing/shop.ts'

test('names are found with a typing error, and the hit says which name fits', async () => {
  const { ask } = await aGraph()
  const { search } = (await ask(
    '{ search(text: "chekcout", kinds: [SERVICE]) { totalCount hits { matched score node { ref } } } }',
  )) as { search: { totalCount: number; hits: { matched: string; score: number; node: { ref: string } }[] } }
  expect(search.totalCount).toBe(1)
  expect(search.hits).toMatchObject([{ matched: 'checkout', node: { ref: 'service:default/checkout' } }])
  expect(search.hits[0]?.score).toBeGreaterThan(0)
})

test('a list of hits that is cut says how many there are', async () => {
  const { ask } = await aGraph(biggerShop(20))
  expect(await ask('{ search(text: "extra", first: 3) { totalCount hits { matched } } }')).toMatchObject({
    search: { totalCount: 40, hits: { length: 3 } },
  })
})

test('too long a text is refused', async () => {
  const { answer } = await aGraph()
  const { errors } = await answer('query ($text: String!) { search(text: $text) { totalCount } }', {
    text: 'x'.repeat(300),
  })
  expect(errors).toMatchObject([{ extensions: { code: 'text-too-long' } }])
})
