import { whyNot } from '../../local-neo4j/prepare-neo4j.ts'
import { neo4jVersions } from '../../local-neo4j/versions.ts'
import { testNeo4j } from './environment.ts'

/** What does not run here, each with its reason, found out without starting anything. */
export async function neo4jNotRun(): Promise<readonly string[]> {
  if (testNeo4j) return []
  const reasons = await Promise.all(
    neo4jVersions.map(async (version) => {
      const reason = await whyNot(version)
      return reason && `the tests on Neo4j ${version.version}: ${reason}`
    }),
  )
  return reasons.filter((reason) => reason !== undefined)
}
