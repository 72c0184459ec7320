import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Environment, readEnvironment } from '@alidade/server'
import { prepareNeo4j } from '../../graph/local-neo4j/prepare-neo4j.ts'
import { startNeo4j } from '../../graph/local-neo4j/start-neo4j.ts'
import { neo4jVersions } from '../../graph/local-neo4j/versions.ts'

export const engines = ['sqlite', 'neo4j'] as const
/** In megabytes, as the deployment's own Compose file gives it. */
const neo4jHeap = 1024
export type Engine = (typeof engines)[number]

/** Gives the work an environment with an empty store of the engine, which is gone afterwards. Neo4j is the long-term version. */
export async function withEngine<Result>(
  engine: Engine,
  work: (environment: Environment) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'alidade-bench-store-'))
  const settings = { ALIDADE_DATA: folder, ALIDADE_PORT: '0' }
  try {
    if (engine === 'sqlite') return await work(readEnvironment(settings))
    const [version] = neo4jVersions
    if (!version) throw new Error('no version of Neo4j is known')
    const server = await startNeo4j(await prepareNeo4j(version), neo4jHeap)
    try {
      return await work(
        readEnvironment({
          ...settings,
          NEO4J_URI: server.uri,
          NEO4J_USERNAME: server.username,
          NEO4J_PASSWORD: server.password,
        }),
      )
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
