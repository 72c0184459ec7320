import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { importPaths } from '../import/import-paths.ts'
import { noon } from '../testing/organisation.ts'
import { areLeftOut, type Imported, imported, realFile, realText } from './real-files.ts'

const shape = z.object({
  services: z.array(z.string()),
  edges: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      evidence: z.array(z.object({ kind: z.string(), variable: z.string().optional(), file: z.string() })),
    }),
  ),
})

/** Edges that are right and not in the answer, and why; none is missing. */
const explained: Readonly<Record<string, string>> = {
  'agent → local-llm.com':
    'The answer has edges between services only. LLM_BASE_URL=https://local-llm.com leads outside: an unresolved Resource.',
}

const compose = 'opentelemetry-demo/compose'
const kubernetes = 'opentelemetry-demo/kubernetes'

/** What one source says, out of all that was read. */
function saidBy(source: string, { entities, relations }: Pick<Imported, 'entities' | 'relations'>) {
  return {
    entities: entities.filter(({ statements }) => statements.some((each) => each.source === source)),
    relations: relations.flatMap((relation) => {
      const evidence = relation.evidence.filter((each) => each.source === source)
      return evidence.length === 0 ? [] : [{ ...relation, evidence }]
    }),
  }
}

async function shop() {
  const answer = shape.parse(JSON.parse(realText('opentelemetry-demo', 'expected-edges.json')))
  const { report, ...all } = await imported('opentelemetry-demo')
  const { entities, relations } = saidBy(compose, all)
  const names = new Map(all.entities.map(({ ref, name }) => [ref, name]))
  const dependencies = relations
    .filter(({ type }) => type === 'DEPENDS_ON')
    .map(({ from, to, evidence }) => ({ edge: `${names.get(from)} → ${names.get(to)}`, evidence }))
  return { answer, report, entities, relations, dependencies, all }
}

describe.skipIf(areLeftOut)('a shop of many services, out of its Compose files', () => {
  it('is read from all seven, without a problem', async () => {
    const { report } = await shop()
    expect(report.sources).toContainEqual({ id: compose, changed: 7, gone: 0, stale: 0 })
    expect(report.problems.filter(({ source }) => source === compose)).toEqual([])
  })

  it('has each service once, as a part of one System, and nothing else that is described', async () => {
    const { answer, entities, relations } = await shop()
    const services = entities.filter(({ kind }) => kind !== 'System')
    expect(services.map(({ name }) => name).sort()).toEqual(answer.services.toSorted())
    expect(entities.filter(({ kind }) => kind === 'System').map(({ ref }) => ref)).toEqual([
      'system:opentelemetry-demo/opentelemetry-demo',
    ])
    const parts = relations.filter(({ type }) => type === 'PART_OF')
    expect(parts.map(({ from }) => from).sort()).toEqual(services.map(({ ref }) => ref).sort())
  })

  it('has the edges of the answer: F1 of 0.98 or more, and each other one explained', async () => {
    const { answer, dependencies } = await shop()
    const wanted = new Set(answer.edges.map(({ from, to }) => `${from} → ${to}`))
    const found = new Set(dependencies.map(({ edge }) => edge))
    const right = wanted.intersection(found).size
    expect((2 * right) / (wanted.size + found.size)).toBeGreaterThanOrEqual(0.98)
    expect([...wanted.difference(found)]).toEqual([])
    expect([...found.difference(wanted)]).toEqual(Object.keys(explained))
  })

  it('says of each edge which variable or field of which file it was read from', async () => {
    const { answer, dependencies } = await shop()
    const evidence = new Map(
      dependencies.map(({ edge, evidence }) => [
        edge,
        evidence.map(({ reason, file }) => `${reason} in ${file}`),
      ]),
    )
    for (const { from, to, evidence: wanted } of answer.edges) {
      const reasons = wanted.map(({ kind, variable, file }) => `${variable ?? kind} in ${file}`)
      expect(evidence.get(`${from} → ${to}`), `${from} → ${to}`).toEqual(expect.arrayContaining(reasons))
    }
  })

  it('says nothing new when it is read again', async () => {
    const { store, report } = await imported('opentelemetry-demo')
    const paths = [realFile('opentelemetry-demo')]
    const again = await importPaths(store, { paths, actor: 'stated:anna', now: () => noon })
    expect(again.revision).toBe(report.revision)
    expect(again.sources.map(({ changed, gone, stale }) => changed + gone + stale)).not.toContain(1)
    expect(again.sources).toContainEqual({ id: compose, changed: 0, gone: 0, stale: 0 })
  })

  it('has no password of the files in it', async () => {
    const { all } = await shop()
    const text = JSON.stringify(all)
    for (const password of ['changeit', 'astronomy_password', 'monitoring_password'])
      expect(text).not.toContain(password)
  })
})

/** What the manifest has under the name that the Compose files have; it is somewhat older. */
const inBoth = [
  ...['accounting', 'ad', 'cart', 'checkout', 'currency', 'email', 'flagd', 'fraud-detection', 'frontend'],
  ...['frontend-proxy', 'grafana', 'image-provider', 'jaeger', 'kafka', 'load-generator', 'opensearch'],
  ...['otel-collector', 'payment', 'product-catalog', 'prometheus', 'quote', 'recommendation', 'shipping'],
  'valkey-cart',
]

describe.skipIf(areLeftOut)('the same shop, out of its Kubernetes manifest as well', () => {
  it('has once what both know, with both as evidence and the reason why it is one', async () => {
    const { all } = await shop()
    const sources = all.entities.map(({ statements }) => new Set(statements.map(({ source }) => source)))
    const both = all.entities.filter((_, at) => sources[at]?.has(compose) && sources[at].has(kubernetes))
    const services = both.filter(({ kind }) => kind !== 'System')
    expect(services.map(({ name }) => name).sort()).toEqual(inBoth)
    for (const { name, aliases } of services) {
      const joined = aliases.find(({ ref }) => ref.endsWith(`:otel-demo/${name}`))
      expect(joined?.reason, name).toBe('same name in opentelemetry-demo (compose, kubernetes)')
    }
    const described = all.entities.filter(({ kind }) => kind !== 'System')
    const refs = described.map(({ ref }) => ref.slice(ref.indexOf('/')))
    for (const name of inBoth) expect(refs.filter((ref) => ref === `/${name}`)).toHaveLength(1)
  })

  it('has once each edge that both know, and of what only the manifest knows every one has its reason', async () => {
    const { all } = await shop()
    const edges = (source: string) =>
      new Set(
        saidBy(source, all)
          .relations.filter(({ type }) => type === 'DEPENDS_ON')
          .map(({ from, to }) => `${from.replace(/.*\//, '')} → ${to.replace(/.*\//, '')}`),
      )
    const [inCompose, inManifest] = [edges(compose), edges(kubernetes)]
    expect(inCompose.intersection(inManifest).size).toBeGreaterThanOrEqual(50)
    expect([...inManifest.difference(inCompose)].sort()).toEqual([
      'accounting → postgresql',
      'frontend-proxy → load-generator',
      'opensearch → opensearch-cluster-master-headless',
      'otel-collector → postgresql',
      'otel-collector → prometheus',
      'otel-collector → valkey-cart',
    ])
  })
})
