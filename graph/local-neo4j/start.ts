import { once } from 'node:events'
import { prepareNeo4j } from './prepare-neo4j.ts'
import { startNeo4j } from './start-neo4j.ts'
import { neo4jVersions } from './versions.ts'

// Starts an empty Neo4j to try things on, until Ctrl+C: node graph/local-neo4j/start.ts [VERSION]
const known = neo4jVersions.map(({ version }) => version).join(' or ')
const wanted = process.argv[2] ?? neo4jVersions[0]?.version
const version = neo4jVersions.find(({ version }) => version === wanted)
if (!version) {
  console.error(`Neo4j ${wanted} is not known here: give ${known}, or nothing for the first`)
  process.exit(2)
}
console.info(`Starting Neo4j ${version.version} …`)
const server = await startNeo4j(await prepareNeo4j(version))
console.info(`It runs until Ctrl+C, and forgets everything then. For Alidade:

  export NEO4J_URI=${server.uri} NEO4J_USERNAME=${server.username} NEO4J_PASSWORD=${server.password}
`)
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
await server.stop()
