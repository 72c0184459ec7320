import { expect, test } from 'vitest'
import { aGraph, commit } from '../../testing/a-graph.ts'
import { shopSources } from '../../testing/shop.ts'

const graph = `{ graph {
  revision engine entityCount relationCount sample sourceCount oldestSource { id lastRead }
  kinds { kind count unresolved }
} }`

test('the graph as a whole', async () => {
  const { ask } = await aGraph()
  expect(await ask(graph)).toEqual({
    graph: {
      revision: 4,
      engine: 'sqlite',
      entityCount: 13,
      relationCount: 14,
      sample: false,
      sourceCount: 2,
      oldestSource: { id: 'acme/shop/compose', lastRead: '2026-11-20T08:00:00.000Z' },
      kinds: [
        { kind: 'TEAM', count: 2, unresolved: 0 },
        { kind: 'PERSON', count: 1, unresolved: 0 },
        { kind: 'DOMAIN', count: 1, unresolved: 0 },
        { kind: 'SYSTEM', count: 1, unresolved: 0 },
        { kind: 'SERVICE', count: 5, unresolved: 1 },
        { kind: 'API', count: 1, unresolved: 0 },
        { kind: 'OPERATION', count: 1, unresolved: 0 },
        { kind: 'RESOURCE', count: 1, unresolved: 0 },
      ],
    },
  })
})

test('it is the sample as long as every source is', async () => {
  const { ask, store } = await aGraph()
  const sample = {
    id: 'sample/backstage',
    repository: 'sample',
    reader: 'backstage',
    lastRead: '2026-11-24T09:00:00.000Z',
  }
  await store.commit(commit({ sources: { put: [sample], remove: shopSources.map(({ id }) => id) } }))
  expect(await ask('{ graph { sample } }')).toEqual({ graph: { sample: true } })
})

test('where everything comes from', async () => {
  const { ask } = await aGraph()
  expect(await ask('{ sources { id repository reader origin commit lastRead } }')).toEqual({
    sources: [
      {
        id: 'acme/shop/backstage',
        repository: 'acme/shop',
        reader: 'backstage',
        origin: 'https://github.com/acme/shop',
        commit: 'c0ffee',
        lastRead: '2026-11-24T08:00:00.000Z',
      },
      {
        id: 'acme/shop/compose',
        repository: 'acme/shop',
        reader: 'compose',
        origin: null,
        commit: null,
        lastRead: '2026-11-20T08:00:00.000Z',
      },
    ],
  })
})

test('what could not be read as meant, with file and line', async () => {
  const { ask } = await aGraph()
  expect(await ask('{ problems { totalCount nodes { code severity message source file line } } }')).toEqual({
    problems: {
      totalCount: 1,
      nodes: [
        {
          code: 'kind-unknown',
          severity: 'WARNING',
          message: '"Widget" is no kind',
          source: 'acme/shop/backstage',
          file: 'services/checkout/catalog-info.yaml',
          line: 30,
        },
      ],
    },
  })
})
