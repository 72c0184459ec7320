import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cycles, dependencies, type Snapshot, summaryOf } from '@alidade/analysis'
import { type GraphStore, openSqliteStore } from '@alidade/graph'
import { type Entity, type Kind, parseRef } from '@alidade/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnvironment } from '../environment.ts'
import { loadSnapshot } from '../graph/load-snapshot.ts'
import type { ImportReport } from '../import/report.ts'
import { importSample } from './sample-at-start.ts'

let store: GraphStore
const folder = mkdtempSync(join(tmpdir(), 'alidade-'))
let report: ImportReport | undefined
let snapshot: Snapshot
let entities: readonly Entity[]

beforeAll(async () => {
  store = await openSqliteStore({ folder })
  report = await importSample(store, readEnvironment({}).sample, false)
  snapshot = await loadSnapshot(store)
  const refs = []
  for await (const chunk of store.scan()) {
    if ('entities' in chunk) refs.push(...chunk.entities.map(({ ref }) => ref))
  }
  entities = (await store.entities(refs)).flatMap((entity) => entity ?? [])
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** How many things of a kind a source describes. */
const described = (kind: Kind, source: string) =>
  entities.filter((it) => it.kind === kind && it.statements.some((said) => said.source === source)).length
const summary = (ref: string) => summaryOf(snapshot, parseRef(ref))
const dependsOn = (ref: string) =>
  dependencies(snapshot, parseRef(ref), 'out', { first: 100 }).items.map((item) => item.ref)

describe('the sample organisation', () => {
  it('is read without a problem, as two sources', () => {
    expect(report).toMatchObject({ problems: [], revision: 1 })
    expect(report?.sources.map(({ id }) => id)).toEqual(['sample/backstage', 'sample/compose'])
  })

  it('has the size that its README says', () => {
    // The organisation itself is a team too.
    expect(described('Team', 'sample/backstage')).toBe(12 + 1)
    expect(described('Service', 'sample/backstage')).toBe(47)
    expect(described('Api', 'sample/backstage')).toBe(20)
    expect(described('Resource', 'sample/backstage')).toBe(15)
    expect(described('Person', 'sample/backstage')).toBeGreaterThan(30)
  })

  it('has services that nobody owns, and owners that nothing describes', () => {
    expect(summary('service:default/image-resizer')?.owners).toEqual([])
    expect(summary('service:default/substitutions')?.owners).toEqual(['team:default/grocery-lab'])
    expect(summary('service:default/basket-export')?.owners).toEqual(['team:default/team-basket'])
    expect(summary('team:default/grocery-lab')).toMatchObject({ unresolved: true })
    expect(summary('team:default/team-basket')).toMatchObject({ unresolved: true })
  })

  it('has a cycle', () => {
    expect(dependsOn('service:default/order-api')).toContain('service:default/fulfilment')
    expect(dependsOn('service:default/fulfilment')).toContain('service:default/order-api')
    const inCycles = cycles(snapshot, { first: 10 }).groups.flat()
    expect(inCycles).toEqual(
      expect.arrayContaining(['service:default/fulfilment', 'service:default/order-api']),
    )
  })

  it('has a hub that everyone needs', () => {
    const callers = entities
      .map(({ ref }) => ({ ref, callers: summaryOf(snapshot, ref)?.callers ?? 0 }))
      .sort((a, b) => b.callers - a.callers)
    expect(callers[0]?.ref).toBe('service:default/order-api')
    expect(callers[0]?.callers).toBeGreaterThanOrEqual(15)
    expect(summary('resource:default/event-bus')?.callers).toBeGreaterThanOrEqual(12)
    expect(summary('service:default/identity')?.callers).toBeGreaterThanOrEqual(9)
  })

  it('has names that do not match: some are joined for a reason, some stay unresolved', () => {
    expect(summary('service:default/product-catalogue')).toMatchObject({ unresolved: true })
    expect(entities.find(({ ref }) => ref === 'service:default/product-catalogue')?.candidates).toEqual([])
    for (const [alias, ref] of [
      ['service:shop/flags', 'service:default/feature-flags'],
      ['service:shop/web', 'service:default/storefront-web'],
      ['service:data/lake', 'service:default/events-lake'],
    ] as const) {
      expect(summary(alias)?.ref).toBe(ref)
    }
    for (const ref of ['service:shop/loyalty', 'service:shop/tax-rates']) {
      expect(summary(ref)).toMatchObject({ unresolved: true })
    }
  })

  it('has two descriptions that disagree', () => {
    expect(summary('service:default/eta')).toMatchObject({
      differs: true,
      owners: ['team:default/delivery', 'team:default/platform'],
    })
    const eta = entities.find(({ ref }) => ref === 'service:default/eta')
    const files = eta?.statements.flatMap(({ evidence }) => evidence.map(({ file }) => file)) ?? []
    expect(files.some((file) => file.endsWith('legacy-catalog.yaml'))).toBe(true)
    expect(files.some((file) => file.endsWith('services/eta/catalog-info.yaml'))).toBe(true)
  })

  it('has something deprecated that is still needed', () => {
    expect(summary('service:default/price-feed')).toMatchObject({ lifecycle: 'deprecated' })
    expect(dependsOn('service:default/pricing')).toContain('service:default/price-feed')
  })
})
