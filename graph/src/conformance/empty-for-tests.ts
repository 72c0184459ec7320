import { askDirectly } from './ask-directly.ts'
import type { Neo4jServer } from './neo4j-servers.ts'

/**
 * Empties a database for a test, and marks it as the tests' own.
 * @throws Error where it holds anything without that mark, which is somebody's
 */
export async function emptyForTests(server: Neo4jServer): Promise<void> {
  await askDirectly(server, async (driver) => {
    const { records } = await driver.executeQuery(
      'RETURN COUNT { () } AS nodes, COUNT { MATCH (s:AlidadeStore) WHERE s.tests RETURN s } AS marks',
    )
    const [nodes, marks] = [records[0]?.get('nodes'), records[0]?.get('marks')].map(Number)
    if (nodes !== 0 && marks !== 1) {
      throw new Error(
        `${server.uri} holds ${nodes} nodes that are not the tests' own, and tests would delete them: ` +
          'set ALIDADE_TEST_NEO4J_URI to an empty Neo4j, or leave it out',
      )
    }
    await driver.executeQuery('MATCH (n) WHERE NOT n:AlidadeStore DETACH DELETE n')
    // Its version stays, since its schema does.
    await driver.executeQuery(
      `MERGE (s:AlidadeStore {name: 'store', tests: true})
       SET s.revision = 0, s.logStart = 0, s.records = 0, s.version = coalesce(s.version, 0)`,
    )
  })
}
