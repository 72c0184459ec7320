import { parseRef } from '@alidade/model'
import { expect, test } from 'vitest'
import { createContext } from '../context.ts'
import { aGraph, commit } from '../testing/a-graph.ts'
import { entity } from '../testing/facts.ts'
import { createApollo } from './apollo.ts'

const query = `{
  graph { revision entityCount }
  entity(ref: "service:default/mailer") { name description relations { totalCount edges { evidence { file } } } }
  services { totalCount }
  changes(since: 4) { until nodes { text } }
}`

test('an answer is of the revision at which the request came, whatever is committed meanwhile', async () => {
  const { parts, store, ask } = await aGraph()
  const contextValue = await createContext(parts, { known: 'by nothing' })
  const [mailer] = await store.entities([parseRef('service:default/mailer')])
  const [named] = await store.relations([
    {
      from: parseRef('service:default/checkout'),
      type: 'DEPENDS_ON',
      to: parseRef('service:default/mailer'),
    },
  ])
  if (!mailer || !named) throw new Error('checkout depends on the mailer')
  await store.commit(
    commit({
      delta: {
        entities: [{ before: mailer }, { after: entity('service:default/ledger') }],
        relations: [{ before: named }],
      },
    }),
  )
  const { body } = await createApollo().executeOperation({ query }, { contextValue })
  expect(JSON.parse(JSON.stringify(body))).toEqual({
    kind: 'single',
    singleResult: {
      data: {
        graph: { revision: 4, entityCount: 13 },
        // What only the store has of it has gone by now.
        entity: {
          name: 'mailer',
          description: null,
          relations: { totalCount: 1, edges: [{ evidence: null }] },
        },
        services: { totalCount: 5 },
        changes: { until: 4, nodes: [] },
      },
    },
  })
  expect(await ask(query)).toMatchObject({
    graph: { revision: 5, entityCount: 13 },
    entity: null,
    changes: { until: 5, nodes: { length: 3 } },
  })
})
