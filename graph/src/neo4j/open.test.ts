import { createServer } from 'node:net'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { askDirectly } from '../conformance/ask-directly.ts'
import { emptyForTests } from '../conformance/empty-for-tests.ts'
import { neo4jServer, openEmptyNeo4jStore, stopNeo4jServers } from '../conformance/neo4j-servers.ts'
import { add, collect, commitOf, entity, relation, service, team } from '../conformance/sample-facts.ts'
import { openNeo4jStore } from './open.ts'

const server = await neo4jServer()
afterAll(stopNeo4jServers)

const [cart, pay, shop] = [service('cart'), service('pay'), team('shop')]

/** What is asked for is refused, within the time a person waits for. */
async function refused(opening: Promise<unknown>): Promise<unknown> {
  const begun = performance.now()
  const reason = await opening.then(
    () => 'it was opened',
    (error: unknown) => error,
  )
  // Twice the limits that the driver is given, for a busy machine.
  expect(performance.now() - begun).toBeLessThan(14_000)
  return reason
}

describe('a server that is none', () => {
  test('is refused where nobody listens, with what to do', async () => {
    expect(await refused(openNeo4jStore({ uri: 'bolt://127.0.0.1:1' }))).toMatchObject({
      code: 'store-unreachable',
      message: expect.stringMatching(
        /Neo4j at bolt:\/\/127\.0\.0\.1:1 can't be reached .* start it, or set NEO4J_URI/,
      ),
    })
  })

  test('is refused where somebody listens and says nothing', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => silent.once('listening', resolve))
    const address = silent.address()
    const port = typeof address === 'object' ? address?.port : undefined
    expect(await refused(openNeo4jStore({ uri: `bolt://127.0.0.1:${port}` }))).toMatchObject({
      code: 'store-unreachable',
    })
    silent.close()
  })

  test('is refused where the address is none of Neo4j, with an example of one', async () => {
    expect(await refused(openNeo4jStore({ uri: 'http://neo4j:secret@localhost:7474' }))).toMatchObject({
      code: 'store-unusable',
      message: expect.stringMatching(
        /Neo4j at http:\/\/localhost:7474 is no address.*bolt:\/\/localhost:7687/,
      ),
    })
  })
})

describe.skipIf(!server)('a database of Neo4j', () => {
  if (!server) return
  const { name: _, ...address } = server
  beforeEach(() => emptyForTests(server))

  test('is refused with a wrong password, or none, with what to do', async () => {
    for (const password of ['wrong', '']) {
      expect(await refused(openNeo4jStore({ ...address, username: 'neo4j', password }))).toMatchObject({
        code: 'store-unauthorized',
        message: expect.stringMatching(/does not let Alidade in .* set NEO4J_USERNAME and NEO4J_PASSWORD/),
      })
    }
    expect(await refused(openNeo4jStore({ uri: address.uri }))).toMatchObject({ code: 'store-unauthorized' })
  })

  test('is refused where the server has none of that name', async () => {
    expect(await refused(openNeo4jStore({ ...address, database: 'elsewhere' }))).toMatchObject({
      code: 'store-unusable',
      message: expect.stringMatching(/"elsewhere" of Neo4j .* set NEO4J_DATABASE/),
    })
  })

  test('is refused where it holds what another program keeps, and left as it is', async () => {
    const nodes = () =>
      askDirectly(server, async (driver) => {
        const { records } = await driver.executeQuery('MATCH (n) RETURN labels(n) AS labels ORDER BY labels')
        return records.map((record) => record.get('labels'))
      })
    await askDirectly(server, (driver) => driver.executeQuery("CREATE (:Movie {title: 'The Matrix'})"))
    expect(await refused(openNeo4jStore(address))).toMatchObject({
      code: 'store-foreign',
      message: expect.stringMatching(/such as a node :Movie\): set NEO4J_DATABASE to an empty database/),
    })
    expect(await nodes()).toEqual([['AlidadeStore'], ['Movie']])
    // Another program may call its nodes as we do.
    await askDirectly(server, (driver) =>
      driver.executeQuery(
        'MATCH (m:Movie) REMOVE m:Movie SET m:Entity WITH m MATCH (s:AlidadeStore) DELETE s',
      ),
    )
    expect(await refused(openNeo4jStore(address))).toMatchObject({ code: 'store-foreign' })
    expect(await nodes()).toEqual([['Entity']])
    await askDirectly(server, (driver) => driver.executeQuery('MATCH (n) DETACH DELETE n'))
  })

  test('keeps what was committed, for whoever opens it next', async () => {
    const first = await openEmptyNeo4jStore(server)
    await add(first, entity(cart))
    await first.close()
    const second = await openNeo4jStore(address)
    expect(await second.revision()).toBe(1)
    expect(await second.entities([cart])).toEqual([entity(cart)])
    await second.close()
  })

  test('opened twice, each sees what the other commits, and their revisions are one count', async () => {
    const [one, other] = [await openNeo4jStore(address), await openNeo4jStore(address)]
    expect(await add(one, entity(cart))).toBe(1)
    expect(await add(other, entity(pay))).toBe(2)
    expect(await one.entities([cart, pay])).toEqual([entity(cart), entity(pay)])
    const names = Array.from({ length: 10 }, (_, n) => service(`s${n}`))
    const revisions = await Promise.all(names.map((ref, n) => add(n % 2 ? one : other, entity(ref))))
    expect(revisions.sort((a, b) => a - b)).toEqual(names.map((_, n) => n + 3))
    await one.close()
    expect(await add(other, entity(service('mail')))).toBe(13)
    await other.close()
  })

  test('lets a write wait for another program that writes, while reading goes on, but not forever', async () => {
    const store = await openNeo4jStore({ ...address, longestWait: 1_000 })
    await askDirectly(server, async (driver) => {
      const session = driver.session()
      const other = session.beginTransaction()
      await other.run('MATCH (s:AlidadeStore) SET s.locked = true')
      const outcome = add(store, entity(cart)).then(
        () => 'it was committed',
        (error: unknown) => error,
      )
      expect(await store.entities([cart])).toEqual([undefined])
      expect(await outcome).toMatchObject({
        code: 'store-busy',
        message: expect.stringMatching(/another program is writing to .* let it finish, then repeat/),
      })
      await other.rollback()
      await session.close()
    })
    expect(await store.revision()).toBe(0)
    expect(await add(store, entity(cart))).toBe(1)
    await store.close()
  })

  test('once closed serves nothing more, a scan and a lease neither', async () => {
    const store = await openNeo4jStore(address)
    await add(store, entity(cart))
    const begun = store.scan()
    await store.close()
    await store.close()
    for (const ask of [
      () => store.revision(),
      () => collect(store.scan()),
      () => collect(begun),
      () => store.commit(commitOf({})),
      () => store.acquireLease('import', 'ada', 1_000),
    ]) {
      await expect(ask()).rejects.toThrow(/is closed/)
    }
  })

  test("reads well in Neo4j's own browser: kinds and types as such, and what people ask for beside them", async () => {
    const store = await openNeo4jStore(address)
    const properties = {
      title: 'The cart',
      lifecycle: 'production',
      tags: ['java'],
      links: [{ url: 'https://cart' }],
    }
    await add(
      store,
      entity(shop),
      entity(cart, { name: 'Cart', properties }),
      relation(shop, 'OWNS', cart, { properties: { role: 'lead', since: 2024 } }),
    )
    await store.close()
    const { records } = await askDirectly(server, (driver) =>
      driver.executeQuery(
        `MATCH (team:Team)-[owns:OWNS]->(service:Service)
         RETURN team.name, owns.role, owns.confidence, service.ref, service.name, service.title, service.lifecycle,
           service.tags, labels(service)`,
      ),
    )
    expect(records.map((record) => record.toObject())).toEqual([
      {
        'team.name': 'shop',
        'owns.role': 'lead',
        'owns.confidence': 'declared',
        'service.ref': cart,
        'service.name': 'Cart',
        'service.title': 'The cart',
        'service.lifecycle': 'production',
        'service.tags': ['java'],
        'labels(service)': ['Entity', 'Service'],
      },
    ])
  })
})
