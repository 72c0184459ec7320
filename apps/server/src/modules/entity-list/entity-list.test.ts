import { describe, expect, test } from 'vitest'
import { aGraph } from '../../testing/a-graph.ts'
import { biggerShop } from '../../testing/shop.ts'

interface Listed {
  readonly list: {
    readonly totalCount: number
    readonly nodes: readonly { readonly ref: string }[]
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
  }
}

const page = `query ($where: EntityWhere, $first: Int, $after: String, $offset: Int, $orderBy: EntityOrder, $text: String) {
  list: entities(where: $where, first: $first, after: $after, offset: $offset, orderBy: $orderBy, text: $text) {
    totalCount nodes { ref } pageInfo { endCursor hasNextPage }
  }
}`

describe('a list of each kind', () => {
  test('has only that kind, typed', async () => {
    const { ask } = await aGraph()
    expect(
      await ask(`{
        teams { totalCount nodes { name services { totalCount } } }
        services { totalCount nodes { name owner { name } } }
        apis { totalCount nodes { name providers { totalCount } } }
        resources { totalCount nodes { name dependents { totalCount } } }
        entities(kinds: [PERSON, DOMAIN]) { nodes { name } }
      }`),
    ).toEqual({
      teams: {
        totalCount: 2,
        nodes: [
          { name: 'Payments', services: { totalCount: 1 } },
          { name: 'storefront', services: { totalCount: 2 } },
        ],
      },
      services: {
        totalCount: 5,
        nodes: [
          { name: 'cart', owner: { name: 'storefront' } },
          { name: 'checkout', owner: { name: 'Payments' } },
          { name: 'legacy', owner: null },
          { name: 'mailer', owner: null },
          { name: 'web', owner: { name: 'storefront' } },
        ],
      },
      apis: { totalCount: 1, nodes: [{ name: 'payments', providers: { totalCount: 1 } }] },
      resources: { totalCount: 1, nodes: [{ name: 'redis', dependents: { totalCount: 1 } }] },
      entities: { nodes: [{ name: 'ada' }, { name: 'commerce' }] },
    })
  })
})

describe('a filter', () => {
  test.each([
    ['owners, by ref or alias', { owners: ['group:default/storefront'] }, ['cart', 'web']],
    ['nobody, as null', { owners: [null], kinds: ['SERVICE'] }, ['legacy', 'mailer']],
    ['lifecycles, ignoring case', { lifecycles: ['Deprecated'] }, ['legacy']],
    ['tags', { tags: ['java'] }, ['checkout']],
    ['labels', { labels: [{ key: 'tier', values: ['1', '2'] }] }, ['checkout']],
    ['unresolved', { unresolved: true }, ['mailer']],
    ['differs', { differs: true }, ['checkout']],
    ['a part of the name', { nameContains: 'CHECK' }, ['checkout', 'checkout']],
    ['refs, by alias', { refs: ['service:shop/checkout'] }, ['checkout']],
    ['and', { and: [{ types: ['service'] }, { lifecycles: ['production'] }] }, ['cart', 'checkout']],
    ['or', { or: [{ tags: ['java'] }, { lifecycles: ['deprecated'] }] }, ['checkout', 'legacy']],
    ['not', { kinds: ['SERVICE'], not: { types: ['service'] } }, ['mailer', 'web']],
    ['null, as if it were not given', { unresolved: true, tags: null }, ['mailer']],
  ])('takes %s', async (_, where, names) => {
    const { ask } = await aGraph()
    expect(
      await ask('query ($where: EntityWhere) { entities(where: $where) { totalCount nodes { name } } }', {
        where,
      }),
    ).toEqual({ entities: { totalCount: names.length, nodes: names.map((name) => ({ name })) } })
  })

  test('text finds names with a typing error, the best first', async () => {
    const { ask } = await aGraph()
    const { list } = (await ask(page, { text: 'chekcout', first: 10 })) as Listed
    expect(list.nodes.map(({ ref }) => ref)).toContain('service:default/checkout')
  })
})

describe('pages', () => {
  test('follow each other by cursor through the whole list, each thing once', async () => {
    const { ask } = await aGraph(biggerShop(30))
    const seen: string[] = []
    let after: string | null = null
    for (let more = true; more; ) {
      const { list } = (await ask(page, { first: 7, after })) as Listed
      expect(list.totalCount).toBe(73)
      seen.push(...list.nodes.map(({ ref }) => ref))
      after = list.pageInfo.endCursor
      more = list.pageInfo.hasNextPage
    }
    expect(new Set(seen).size).toBe(73)
    expect(seen).toHaveLength(73)
  })

  test('may begin in the middle', async () => {
    const { ask } = await aGraph()
    const all = (await ask(page, { first: 20 })) as Listed
    const some = (await ask(page, { first: 3, offset: 4 })) as Listed
    expect(some.list.nodes).toEqual(all.list.nodes.slice(4, 7))
  })

  test('are ordered as asked, equals by ref', async () => {
    const { ask } = await aGraph()
    const query = `{ services(orderBy: { by: CALLERS, descending: true }) { nodes { name callerCount } } }`
    expect(await ask(query)).toEqual({
      services: {
        nodes: [
          { name: 'checkout', callerCount: 3 },
          { name: 'mailer', callerCount: 1 },
          { name: 'cart', callerCount: 0 },
          { name: 'legacy', callerCount: 0 },
          { name: 'web', callerCount: 0 },
        ],
      },
    })
  })

  test('a cursor of another filter, another order, or another list is refused', async () => {
    const { ask, answer } = await aGraph()
    const { list } = (await ask(page, { first: 2 })) as Listed
    const after = list.pageInfo.endCursor
    const elsewhere = [
      answer(page, { first: 2, after, where: { tags: ['java'] } }),
      answer(page, { first: 2, after, orderBy: { by: 'KIND' } }),
      answer('query ($after: String) { services(after: $after) { totalCount } }', { after }),
      answer(
        'query ($after: String) { entity(ref: "service:default/cart") { relations(after: $after) { totalCount } } }',
        { after },
      ),
    ]
    for (const { errors } of await Promise.all(elsewhere)) {
      expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['cursor-foreign'])
    }
  })

  test.each([
    ['nonsense for a cursor', { first: 1, after: 'nonsense' }, 'cursor-malformed'],
    ['too many at once', { first: 1_001 }, 'first-out-of-bounds'],
    ['fewer than none', { first: -1 }, 'first-out-of-bounds'],
    ['a place before the first', { first: 1, offset: -1 }, 'offset-out-of-bounds'],
    ['a ref that is none', { first: 1, where: { refs: ['???'] } }, 'ref-malformed'],
  ])('%s is refused with what to do', async (_, variables, code) => {
    const { answer } = await aGraph()
    const { errors } = await answer(page, variables)
    expect(errors).toMatchObject([{ extensions: { code } }])
  })
})

test('a facet leaves out what the filter says of it, so that its other values stay on offer', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ services(first: 0, where: { lifecycles: ["production"] }) {
      totalCount facets(names: [LIFECYCLE, TYPE]) { values { value count } }
    } }`),
  ).toEqual({
    services: {
      totalCount: 2,
      facets: [
        {
          values: [
            { value: 'production', count: 2 },
            { value: 'deprecated', count: 1 },
            { value: 'experimental', count: 1 },
            { value: null, count: 1 },
          ],
        },
        { values: [{ value: 'service', count: 2 }] },
      ],
    },
  })
})

test('facets count the whole list, whatever the page', async () => {
  const { ask } = await aGraph()
  const query = `{ services(first: 0) {
    totalCount facets(names: [OWNER, LIFECYCLE, KIND, STATE]) {
      name totalCount values { value label count entity { ref } }
    }
  } }`
  expect(await ask(query)).toEqual({
    services: {
      totalCount: 5,
      facets: [
        {
          name: 'OWNER',
          totalCount: 3,
          values: [
            {
              value: 'team:default/storefront',
              label: 'storefront',
              count: 2,
              entity: { ref: 'team:default/storefront' },
            },
            {
              value: 'team:default/payments',
              label: 'Payments',
              count: 1,
              entity: { ref: 'team:default/payments' },
            },
            { value: null, label: 'nobody', count: 2, entity: null },
          ],
        },
        {
          name: 'LIFECYCLE',
          totalCount: 4,
          values: [
            { value: 'production', label: 'production', count: 2, entity: null },
            { value: 'deprecated', label: 'deprecated', count: 1, entity: null },
            { value: 'experimental', label: 'experimental', count: 1, entity: null },
            { value: null, label: 'none', count: 1, entity: null },
          ],
        },
        {
          name: 'KIND',
          totalCount: 1,
          values: [{ value: 'SERVICE', label: 'Service', count: 5, entity: null }],
        },
        {
          name: 'STATE',
          totalCount: 2,
          values: [
            { value: 'differs', label: 'differs', count: 1, entity: null },
            { value: 'unresolved', label: 'unresolved', count: 1, entity: null },
          ],
        },
      ],
    },
  })
})
