import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { askDirectly } from './ask-directly.ts'
import { emptyForTests } from './empty-for-tests.ts'
import { inFolder } from './in-folder.ts'
import { neo4jServer, openEmptyNeo4jStore, stopNeo4jServers } from './neo4j-servers.ts'
import { add, entity, service } from './sample-facts.ts'

const server = await neo4jServer()
afterAll(stopNeo4jServers)

const prepare = fileURLToPath(new URL('../../local-neo4j/prepare.ts', import.meta.url))

test(
  'on a machine without Maven, preparing them fails and says what to install',
  inFolder(async (folder) => {
    const { status, stderr } = spawnSync(process.execPath, [prepare], {
      env: { PATH: folder, ALIDADE_NEO4J_CACHE: folder },
      encoding: 'utf8',
    })
    expect(stderr).toMatch(/^Neo4j 5\.26\.30 can't run here: it (needs|is downloaded by Maven).*: install/)
    expect(status).toBe(1)
  }),
)

describe.skipIf(!server)('a database for tests', () => {
  if (!server) return

  test('is emptied for each', async () => {
    for (const ref of [service('one'), service('other')]) {
      const store = await openEmptyNeo4jStore(server)
      expect(await add(store, entity(ref))).toBe(1)
      await store.close()
    }
  })

  test("is refused, and left as it is, where it holds somebody's nodes", async () => {
    await askDirectly(server, async (driver) => {
      await driver.executeQuery('MATCH (n) DETACH DELETE n')
      await driver.executeQuery("CREATE (:AlidadeStore {name: 'store'}), (:Entity {name: 'precious'})")
      await expect(emptyForTests(server)).rejects.toThrow(/holds 2 nodes that are not the tests' own/)
      const { records } = await driver.executeQuery('MATCH (n:Entity) RETURN n.name AS name')
      expect(records.map((record) => record.get('name'))).toEqual(['precious'])
      await driver.executeQuery('MATCH (n) DETACH DELETE n')
    })
  })
})
