import { openNeo4jStore } from '@alidade/graph'
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { importPaths } from '../import/import-paths.ts'
import { service, team } from '../testing/descriptors.ts'
import { aServer, ask } from '../testing/environment.ts'
import { askDirectly, emptyForTests, neo4jServer, stopNeo4jServers } from '../testing/neo4j.ts'
import { anOrganisation, exported, noon } from '../testing/organisation.ts'

// What is left out where there is no Neo4j is said after all tests, with its reason.
const neo4j = await neo4jServer()
afterAll(stopNeo4jServers)

describe.skipIf(!neo4j)('a server on Neo4j', () => {
  if (!neo4j) return
  const { name: _, ...address } = neo4j
  const variables = {
    NEO4J_URI: neo4j.uri,
    ...(neo4j.username && { NEO4J_USERNAME: neo4j.username }),
    ...(neo4j.password && { NEO4J_PASSWORD: neo4j.password }),
  }
  beforeEach(() => emptyForTests(neo4j))

  it('starts empty, and has the sample organisation only when it is asked for', async () => {
    const first = await aServer(variables)
    expect(first).toMatchObject({ engine: 'neo4j', counts: { entities: 0 } })
    expect(first.sample).toBeUndefined()
    await first.stop()

    const second = await aServer(variables, { sample: true })
    expect(second.sample?.problems).toEqual([])
    const { body } = await ask(second.url, '{ service(ref: "basket") { ref } }')
    expect(body).toEqual({ data: { service: { ref: 'service:default/basket' } } })
  })

  it('shows what another process imports, which is the same graph as on SQLite', async () => {
    const { url } = await aServer(variables, { sample: true })
    const files = { 'a.yaml': `${team('carts')}---\n${service('cart', 'carts', 'component:pay')}` }
    const { store, folder, ...organisation } = await anOrganisation(files)
    await organisation.import()
    const other = await openNeo4jStore(address)
    onTestFinished(() => other.close())
    const request = { paths: [folder], name: 'acme/shop', actor: 'stated:bob', now: () => noon }
    const report = await importPaths(other, request)
    expect(report.sampleRemoved).toEqual(['sample/backstage', 'sample/compose'])
    expect(await exported(other)).toBe(await exported(store))
    await expect
      .poll(async () => (await ask(url, '{ service(ref: "cart") { ref } }')).body, { timeout: 10_000 })
      .toEqual({ data: { service: { ref: 'service:default/cart' } } })
    expect(await importPaths(other, request)).toMatchObject({ revision: report.revision })
  })

  it('refuses a database that holds what is not its own', async () => {
    await askDirectly(neo4j, async (driver) => {
      await driver.executeQuery('CREATE (:Film {title: "Stalker"})')
    })
    await expect(aServer(variables, { sample: true })).rejects.toMatchObject({
      code: 'store-foreign',
      message: expect.stringContaining('set NEO4J_DATABASE to an empty database'),
    })
  })
})
