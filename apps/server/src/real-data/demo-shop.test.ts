import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { importPaths } from '../import/import-paths.ts'
import { noon } from '../testing/organisation.ts'
import { areLeftOut, imported, realFile, realText } from './real-files.ts'

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

async function shop() {
  const answer = shape.parse(JSON.parse(realText('opentelemetry-demo', 'expected-edges.json')))
  const { report, entities, relations } = await imported('opentelemetry-demo')
  const names = new Map(entities.map(({ ref, name }) => [ref, name]))
  const dependencies = relations
    .filter(({ type }) => type === 'DEPENDS_ON')
    .map(({ from, to, evidence }) => ({ edge: `${names.get(from)} → ${names.get(to)}`, evidence }))
  return { answer, report, entities, relations, dependencies }
}

describe.skipIf(areLeftOut)('a shop of many services, out of its Compose files', () => {
  it('is read from all seven, without a problem', async () => {
    const { report } = await shop()
    expect(report.sources).toEqual([{ id: 'opentelemetry-demo/compose', changed: 7, gone: 0, stale: 0 }])
    expect(report.problems).toEqual([])
  })

  it('has each service once, as a part of one System, and nothing else that is described', async () => {
    const { answer, entities, relations } = await shop()
    const described = entities.filter(({ unresolved }) => !unresolved)
    const services = described.filter(({ kind }) => kind !== 'System')
    expect(services.map(({ name }) => name).sort()).toEqual(answer.services.toSorted())
    expect(described.filter(({ kind }) => kind === 'System').map(({ ref }) => ref)).toEqual([
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
    expect(again).toMatchObject({
      revision: report.revision,
      sources: [{ id: 'opentelemetry-demo/compose', changed: 0, gone: 0, stale: 0 }],
      problems: [],
    })
  })

  it('has no password of the files in it', async () => {
    const { entities, relations } = await shop()
    const all = JSON.stringify([entities, relations])
    for (const password of ['changeit', 'astronomy_password', 'monitoring_password'])
      expect(all).not.toContain(password)
  })
})
