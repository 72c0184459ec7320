import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const text = readFileSync(resolve(import.meta.dirname, '../../docker-compose.yml'), 'utf8')
const file = parse(text, { strict: true })
const { neo4j, alidade } = file.services

describe('docker-compose.yml', () => {
  it('brings up Neo4j and the server, and nothing else', () => {
    expect(Object.keys(file).sort()).toEqual(['name', 'services', 'volumes'])
    expect(Object.keys(file.services).sort()).toEqual(['alidade', 'neo4j'])
  })

  it('starts the server when Neo4j answers', () => {
    expect(neo4j.healthcheck.test[0]).toBe('CMD-SHELL')
    expect(alidade.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } })
    expect(alidade.environment.NEO4J_URI).toBe('neo4j://neo4j:7687')
  })

  it('takes every secret from the environment, and says which one is missing', () => {
    expect(alidade.environment.NEO4J_PASSWORD).toMatch(/^\$\{NEO4J_PASSWORD:\?set NEO4J_PASSWORD/)
    expect(alidade.environment.ALIDADE_TOKENS).toMatch(/^\$\{ALIDADE_TOKENS:\?set ALIDADE_TOKENS/)
    expect(neo4j.environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?/)
  })

  it('keeps data in volumes that it declares', () => {
    const used = [...neo4j.volumes, ...alidade.volumes].map((mount: string) => mount.split(':')[0])
    expect(used.sort()).toEqual(Object.keys(file.volumes).sort())
  })

  it('publishes the server on this machine alone, and Neo4j not at all, unless told otherwise', () => {
    expect(alidade.ports).toEqual([`\${ALIDADE_PUBLISH:-127.0.0.1:4000}:4000`])
    expect(neo4j.ports).toBeUndefined()
  })
})
