import { neo4jNotRun } from './neo4j-servers.ts'

/** Runs after all tests, so that a store left out can't pass for a store that passed. */
export async function teardown(): Promise<void> {
  for (const missing of await neo4jNotRun()) console.warn(`Not run: ${missing}`)
}
