import { prepareNeo4j } from './prepare-neo4j.ts'
import { neo4jVersions } from './versions.ts'

// Downloads and compiles what the tests need to start Neo4j: node graph/local-neo4j/prepare.ts
for (const version of neo4jVersions) {
  try {
    const { java } = await prepareNeo4j(version)
    console.info(`Neo4j ${version.version} is ready to be started, with ${java}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
