import { expect, test } from 'vitest'
import { aGraph, commit } from '../../testing/a-graph.ts'

test('an entity by its ref, with all that is said of it', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ entity(ref: "service:default/checkout") {
      __typename ref kind name title description unresolved differs confidence namespace lifecycle type tags
      labels { key value } annotations { key } links { url }
      properties { key value source differs }
      aliases { ref reason }
      owners { ref } system { ref } domain { ref }
      callerCount calleeCount
    } }`),
  ).toEqual({
    entity: {
      __typename: 'Service',
      ref: 'service:default/checkout',
      kind: 'SERVICE',
      name: 'checkout',
      title: 'Checkout',
      description: 'Takes the money.',
      unresolved: false,
      differs: true,
      confidence: 'DECLARED',
      namespace: 'default',
      lifecycle: 'production',
      type: 'service',
      tags: ['java', 'money'],
      labels: [{ key: 'tier', value: '1' }],
      annotations: [],
      links: [],
      properties: [
        { key: 'description', value: 'Takes the money.', source: 'acme/shop/backstage', differs: false },
        { key: 'lifecycle', value: 'production', source: 'acme/shop/backstage', differs: false },
        { key: 'tags', value: ['java', 'money'], source: '', differs: false },
        { key: 'title', value: 'Checkout', source: 'acme/shop/backstage', differs: true },
        { key: 'type', value: 'service', source: 'acme/shop/compose', differs: false },
      ],
      aliases: [{ ref: 'service:shop/checkout', reason: 'same repository and folder' }],
      owners: [{ ref: 'team:default/payments' }],
      system: { ref: 'system:default/checkout' },
      domain: { ref: 'domain:default/commerce' },
      callerCount: 3,
      calleeCount: 1,
    },
  })
})

test('an alias, other words for a kind, and capitals mean the same entity', async () => {
  const { ask } = await aGraph()
  const written = ['service:shop/checkout', 'Component:default/checkout', 'SERVICE:Default/Checkout']
  for (const ref of written) {
    expect(await ask('query ($ref: Ref!) { entity(ref: $ref) { ref } }', { ref })).toEqual({
      entity: { ref: 'service:default/checkout' },
    })
  }
})

test('a ref that there is nothing of is null', async () => {
  const { ask } = await aGraph()
  expect(await ask('{ entity(ref: "service:default/nowhere") { ref } }')).toEqual({ entity: null })
})

test('an id is opaque, and means the same entity in another store that has the same', async () => {
  const [one, other] = [await aGraph(), await aGraph()]
  const { entity } = (await one.ask('{ entity(ref: "api:default/payments#GET /charges") { id } }')) as {
    entity: { id: string }
  }
  expect(entity.id).not.toContain('payments')
  expect(
    await other.ask('query ($id: ID!) { node(id: $id) { id ... on Operation { ref name } } }', entity),
  ).toEqual({ node: { ...entity, ref: 'api:default/payments#GET /charges', name: 'GET /charges' } })
})

test('an id is still good when the entity was removed and imported again', async () => {
  const { ask, store } = await aGraph()
  const byRef = '{ entity(ref: "service:default/mailer") { id } }'
  const before = await ask(byRef)
  const [mailer] = await store.entities(['service:default/mailer' as never])
  const key = { from: 'service:default/checkout', type: 'DEPENDS_ON', to: 'service:default/mailer' } as never
  const [named] = await store.relations([key])
  if (!mailer || !named) throw new Error('the shop has a mailer')
  await store.commit(commit({ delta: { entities: [{ before: mailer }], relations: [{ before: named }] } }))
  expect(await ask(byRef)).toEqual({ entity: null })
  await store.commit(commit({ delta: { entities: [{ after: mailer }], relations: [{ after: named }] } }))
  expect(await ask(byRef)).toEqual(before)
})

test('what is no id says so', async () => {
  const { answer } = await aGraph()
  const { errors } = await answer('{ node(id: "checkout") { id } }')
  expect(errors).toMatchObject([
    { message: expect.stringContaining('no id'), extensions: { code: 'id-malformed' } },
  ])
})

test('who describes it, with every place and the line in the forge where that is known', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ entity(ref: "service:default/checkout") { statements {
      source { id repository reader origin commit lastRead }
      properties { key value differs } labels { key value }
      evidence { source { id } file line confidence url stale } evidenceCount moreEvidence
    } } }`),
  ).toEqual({
    entity: {
      statements: [
        {
          source: {
            id: 'acme/shop/backstage',
            repository: 'acme/shop',
            reader: 'backstage',
            origin: 'https://github.com/acme/shop',
            commit: 'c0ffee',
            lastRead: '2026-11-24T08:00:00.000Z',
          },
          properties: [
            { key: 'description', value: 'Takes the money.', differs: false },
            { key: 'lifecycle', value: 'production', differs: false },
            { key: 'title', value: 'Checkout', differs: true },
          ],
          labels: [{ key: 'tier', value: '1' }],
          evidence: [
            {
              source: { id: 'acme/shop/backstage' },
              file: 'services/checkout/catalog-info.yaml',
              line: 4,
              confidence: 'DECLARED',
              url: 'https://github.com/acme/shop/blob/c0ffee/services/checkout/catalog-info.yaml#L4',
              stale: false,
            },
          ],
          evidenceCount: 8,
          moreEvidence: 7,
        },
        {
          source: {
            id: 'acme/shop/compose',
            repository: 'acme/shop',
            reader: 'compose',
            origin: null,
            commit: null,
            lastRead: '2026-11-20T08:00:00.000Z',
          },
          properties: [
            { key: 'title', value: 'checkout', differs: true },
            { key: 'type', value: 'service', differs: false },
          ],
          labels: [],
          evidence: [
            {
              source: { id: 'acme/shop/compose' },
              file: 'compose.yaml',
              line: 12,
              confidence: 'INFERRED',
              url: null,
              stale: true,
            },
          ],
          evidenceCount: 1,
          moreEvidence: 0,
        },
      ],
    },
  })
})

test('what nothing describes says which places name it, how many more there are, and what it may be', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ entity(ref: "service:default/mailer") {
      unresolved statements { source { id } }
      mentions { totalCount nodes { file line } }
      candidates { reason entity { ref } }
    } }`),
  ).toEqual({
    entity: {
      unresolved: true,
      statements: [],
      mentions: { totalCount: 4, nodes: [{ file: 'services/checkout/catalog-info.yaml', line: 9 }] },
      candidates: [{ reason: 'a name like it', entity: { ref: 'service:default/legacy' } }],
    },
  })
})
