import { expect, test } from 'vitest'
import { aGraph } from '../../testing/a-graph.ts'
import { biggerShop } from '../../testing/shop.ts'

const impact = `query ($of: ImpactOf!, $depth: Int, $first: Int) { impact(of: $of, depth: $depth, first: $first) {
  totalCount
  affected { entity { ref } distance path { ref } }
  teams { team { ref } count nearest entities { ref } }
  followed { relationTypes confidences }
} }`

test('who would notice: nearest first, along which path, by team, and what was followed', async () => {
  const { ask } = await aGraph()
  const [mailer, checkout] = ['mailer', 'checkout'].map((name) => ({ ref: `service:default/${name}` }))
  const through = (name: string) => ({
    entity: { ref: `service:default/${name}` },
    distance: 2,
    path: [{ ref: `service:default/${name}` }, checkout, mailer],
  })
  expect(await ask(impact, { of: { refs: ['service:default/mailer'] } })).toEqual({
    impact: {
      totalCount: 4,
      affected: [
        { entity: checkout, distance: 1, path: [checkout, mailer] },
        through('cart'),
        through('legacy'),
        through('web'),
      ],
      teams: [
        { team: { ref: 'team:default/payments' }, count: 1, nearest: 1, entities: [checkout] },
        {
          team: { ref: 'team:default/storefront' },
          count: 2,
          nearest: 2,
          entities: [{ ref: 'service:default/cart' }, { ref: 'service:default/web' }],
        },
        { team: null, count: 1, nearest: 2, entities: [{ ref: 'service:default/legacy' }] },
      ],
      followed: {
        relationTypes: expect.arrayContaining(['DEPENDS_ON', 'CONSUMES', 'PROVIDES']),
        confidences: ['CONTRACT', 'OBSERVED', 'DECLARED', 'INFERRED'],
      },
    },
  })
})

test('of an API and of one of its operations, those that use it', async () => {
  const { ask } = await aGraph()
  for (const ref of ['api:default/payments', 'api:default/payments#GET /charges']) {
    const query =
      'query ($refs: [Ref!]!) { impact(of: { refs: $refs }, depth: 1) { affected { entity { ref } } } }'
    expect(await ask(query, { refs: [ref] })).toEqual({
      impact: {
        affected: [{ entity: { ref: 'service:default/cart' } }, { entity: { ref: 'service:default/web' } }],
      },
    })
  }
})

test('a list that is cut says how many there are in all', async () => {
  const { ask } = await aGraph(biggerShop(20))
  const answer = await ask(impact, { of: { refs: ['service:default/mailer'] }, first: 3 })
  expect(answer).toMatchObject({ impact: { totalCount: 24, affected: { length: 3 } } })
})

test('takes just one way to say what would change', async () => {
  const { answer } = await aGraph()
  const none = await answer(impact, { of: {} })
  expect(none.errors).toMatchObject([{ extensions: { code: 'variables-invalid' } }])
  const empty = await answer(impact, { of: { refs: [] } })
  expect(empty.errors).toMatchObject([{ extensions: { code: 'refs-out-of-bounds' } }])
})
