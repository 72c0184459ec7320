import { afterAll, test } from 'vitest'
import { stopNeo4jServers } from './neo4j-servers.ts'
import { neo4jStores } from './neo4j-stores.ts'
import { specify } from './specify.ts'
import { sqlite } from './sqlite-store.ts'

const stores = await neo4jStores()
specify(stores, sqlite)

// What is left out is said after all tests, with its reason.
if (stores.length === 0) test('Neo4j is not at hand', ({ skip }) => skip())

afterAll(stopNeo4jServers)
