import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inCi } from '../environment.ts'
import { readSources } from '../read-sources.ts'
import { composeReader } from './reader.ts'

const data = resolve(import.meta.dirname, '../../../../../shared/data')
const isThere = existsSync(data)

function read(folder: string) {
  return readSources(
    { paths: [resolve(data, folder)], known: async () => [], now: '2026-11-24T09:00:00.000Z' },
    [composeReader],
  )
}

const answers = z.object({
  services: z.array(z.string()),
  edges: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      evidence: z.array(z.object({ kind: z.string(), variable: z.string().optional(), file: z.string() })),
    }),
  ),
})

describe.skipIf(!isThere && !inCi)('the files of a shop of many services', () => {
  async function readShop() {
    const expected = answers.parse(
      JSON.parse(await readFile(resolve(data, 'opentelemetry-demo/expected-edges.json'), 'utf8')),
    )
    const found = await read('opentelemetry-demo')
    const statements = found.changed.flatMap(({ file, statements }) =>
      statements.map((each) => ({ ...each, file })),
    )
    const dependencies = statements.flatMap(({ file, subject, relations }) =>
      relations
        .filter(({ type }) => type === 'DEPENDS_ON')
        .map(({ other, reason }) => ({ from: subject.name, to: other.name, reason, file })),
    )
    return { expected, found, statements, dependencies }
  }

  it('are all read, without a problem', async () => {
    const { found } = await readShop()
    expect(found.problems).toEqual([])
    expect(found.changed.map(({ file }) => file)).toEqual([
      ...['compose.agent.yaml', 'compose.extras.yaml', 'compose.full.yaml', 'compose.observability.yaml'],
      ...['compose.profiling.yaml', 'compose.tests.yaml', 'compose.yaml'],
    ])
  })

  it('describe every service', async () => {
    const { expected, statements } = await readShop()
    const services = statements.map(({ subject }) => subject).filter(({ ref }) => !ref.startsWith('system:'))
    expect([...new Set(services.map(({ name }) => name))].sort()).toEqual(expected.services.toSorted())
  })

  it('give every edge that is in them, for each of its reasons, and one more that leads outside', async () => {
    const { expected, dependencies } = await readShop()
    const found = new Set(dependencies.map(({ from, to }) => `${from} → ${to}`))
    const wanted = new Set(expected.edges.map(({ from, to }) => `${from} → ${to}`))
    expect([...wanted].filter((edge) => !found.has(edge))).toEqual([])
    // The model that the agent talks to, LLM_BASE_URL=https://local-llm.com, is none of the services.
    expect([...found].filter((edge) => !wanted.has(edge))).toEqual(['agent → local-llm.com'])
    const reasons = new Set(
      dependencies.map(({ from, to, reason, file }) => `${from} → ${to}: ${reason} in ${file}`),
    )
    const missing = expected.edges.flatMap(({ from, to, evidence }) =>
      evidence
        .map(({ kind, variable, file }) => `${from} → ${to}: ${variable ?? kind} in ${file}`)
        .filter((reason) => !reasons.has(reason)),
    )
    expect(missing).toEqual([])
  })
})

describe.skipIf(!isThere && !inCi)('the files of eight samples', () => {
  it('are all read, each a project of its folder', async () => {
    const { changed, problems } = await read('compose')
    expect(problems).toEqual([])
    const systems = changed.map(({ file, statements }) => `${file}: ${statements[0]?.subject.name}`)
    expect(systems).toEqual(
      [
        'elasticsearch-logstash-kibana/compose.yaml',
        'nextcloud-redis-mariadb/compose.yaml',
        'nginx-flask-mysql/compose.yaml',
        'nginx-nodejs-redis/compose.yaml',
        'react-express-mongodb/compose.yaml',
        'react-java-mysql/compose.yaml',
        'traefik-golang/compose.yaml',
        'wasmedge-kafka-mysql/compose.yml',
      ].map((file) => `${file}: ${file.split('/')[0]}`),
    )
    const services = changed.flatMap(({ statements }) => statements.slice(1))
    expect(services).toHaveLength(24)
  })
})
