import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyForTests } from '../conformance/empty-for-tests.ts'
import { neo4jServer, stopNeo4jServers } from '../conformance/neo4j-servers.ts'
import { commitOf, entity, relation, service } from '../conformance/sample-facts.ts'
import type { GraphStore } from '../graph-store.ts'
import { type CuttingProxy, cuttingProxy } from './cutting-proxy.ts'
import { openNeo4jStore } from './open.ts'

const server = await neo4jServer()
afterAll(stopNeo4jServers)

const [cart, pay] = [service('cart'), service('pay')]

describe.skipIf(!server)('a commit whose connection is cut', () => {
  if (!server) return
  let proxy: CuttingProxy
  let store: GraphStore
  beforeAll(async () => {
    await emptyForTests(server)
    proxy = await cuttingProxy(server.uri)
    const { name: _, ...address } = server
    store = await openNeo4jStore({ ...address, uri: proxy.uri })
  })
  afterAll(async () => {
    await store.close()
    await proxy.close()
  })

  test('before the server has heard that it is whole, is sent again and applied', async () => {
    proxy.cutNextCommit('before')
    const entities = [{ after: entity(cart) }, { after: entity(pay) }]
    expect(await store.commit(commitOf({ delta: { entities, relations: [] } }))).toBe(1)
    expect(proxy.cuts()).toBe(1)
    expect(await store.revision()).toBe(1)
    expect(await store.entities([cart, pay])).toEqual([entity(cart), entity(pay)])
  })

  test('when the server has applied it and nobody knows, is sent again and not applied twice', async () => {
    proxy.cutNextCommit('after')
    const depends = relation(cart, 'DEPENDS_ON', pay)
    const commit = commitOf({
      delta: { entities: [], relations: [{ after: depends }] },
      records: [{ stream: 'runs', value: 1 }],
    })
    expect(await store.commit(commit)).toBe(2)
    expect(proxy.cuts()).toBe(2)
    expect(await store.revision()).toBe(2)
    expect(await store.relationsOf([cart], { direction: 'out', limit: 10 })).toEqual([
      { relations: [depends], total: 1 },
    ])
    expect(await store.records({ stream: 'runs', after: 0, limit: 10 })).toHaveLength(1)
  })

  test('for good, is refused with what to do', async () => {
    await proxy.close()
    await expect(store.commit(commitOf({}))).rejects.toMatchObject({
      code: 'store-unreachable',
      message: expect.stringMatching(/can't be reached .* start it, or set NEO4J_URI/),
    })
  })
})
