import neo4j, { type Driver } from 'neo4j-driver'
import type { Neo4jServer } from './neo4j-servers.ts'

/** Past the store: what a test does to its database, or sees in it, as another program would. */
export async function askDirectly<Result>(
  { uri, username, password }: Neo4jServer,
  work: (driver: Driver) => Promise<Result>,
): Promise<Result> {
  const auth = username === undefined ? undefined : neo4j.auth.basic(username, password ?? '')
  const driver = neo4j.driver(uri, auth)
  try {
    return await work(driver)
  } finally {
    await driver.close()
  }
}
