import { expect, test } from 'vitest'
import { aGraph } from '../../testing/a-graph.ts'

test('the ways from one thing to another, the shortest first', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ paths(from: "service:default/cart", to: "service:default/mailer") {
      incomplete paths { length nodes { ref } steps { from to confidence types } }
    } }`),
  ).toEqual({
    paths: {
      incomplete: false,
      paths: [
        {
          length: 2,
          nodes: [
            { ref: 'service:default/cart' },
            { ref: 'service:default/checkout' },
            { ref: 'service:default/mailer' },
          ],
          steps: [
            {
              from: 'service:default/cart',
              to: 'service:default/checkout',
              confidence: 'DECLARED',
              types: ['PROVIDES', 'CONSUMES'],
            },
            {
              from: 'service:default/checkout',
              to: 'service:default/mailer',
              confidence: 'DECLARED',
              types: ['DEPENDS_ON'],
            },
          ],
        },
      ],
    },
  })
})

test('none where there is none, or none so short', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{
      back: paths(from: "service:default/mailer", to: "service:default/cart") { paths { length } }
      short: paths(from: "service:default/cart", to: "service:default/mailer", maxLength: 1) { paths { length } }
    }`),
  ).toEqual({ back: { paths: [] }, short: { paths: [] } })
})

test('an end that is unknown says where to look', async () => {
  const { answer } = await aGraph()
  const { errors } = await answer(
    '{ paths(from: "service:default/cart", to: "service:default/nowhere") { incomplete } }',
  )
  expect(errors).toMatchObject([
    { message: expect.stringContaining('search(text: …)'), extensions: { code: 'entity-unknown' } },
  ])
})
