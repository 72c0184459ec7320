import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '@alidade/graph'
import { describe, expect, it, onTestFinished } from 'vitest'
import { service, team } from '../testing/descriptors.ts'
import { anOrganisation, exported, noon } from '../testing/organisation.ts'
import { temporaryFolder, writeFiles } from '../testing/temporary-folder.ts'
import { importPaths } from './import-paths.ts'
import { holdingLease } from './lease.ts'

const shop = {
  'teams.yaml': `${team('carts')}---\n${team('payments')}`,
  'cart/catalog-info.yaml': service('cart', 'carts', 'component:payment', 'resource:orders-db'),
  'payment/catalog-info.yaml': service('payment', 'payments'),
}
const later = (milliseconds: number) => () => new Date(noon.getTime() + milliseconds)

describe('an import', () => {
  it('puts what the files say into the graph, with file and line', async () => {
    const { store, ...organisation } = await anOrganisation(shop)
    const report = await organisation.import()
    expect(report).toMatchObject({
      dryRun: false,
      revision: 1,
      sources: [{ id: 'acme/shop/backstage', changed: 3, gone: 0, stale: 0 }],
      entities: { added: 5, changed: 0, removed: 0 },
      relations: { added: 4, changed: 0, removed: 0 },
      problems: [],
      unresolved: ['resource:default/orders-db'],
    })
    const document = JSON.parse(await exported(store))
    expect(document.relations).toContainEqual({
      from: 'service:default/cart',
      type: 'DEPENDS_ON',
      to: 'service:default/payment',
      properties: {},
      evidence: [
        expect.objectContaining({
          source: 'acme/shop/backstage',
          file: 'cart/catalog-info.yaml',
          line: 9,
          confidence: 'declared',
          firstSeen: noon.toISOString(),
        }),
      ],
      moreEvidence: 0,
    })
  })

  it('changes nothing the second time, down to the revision', async () => {
    const { store, ...organisation } = await anOrganisation(shop)
    await organisation.import()
    const before = await exported(store)
    expect(await organisation.import({ now: later(60_000) })).toMatchObject({ revision: 1 })
    expect(await exported(store)).toBe(before)
  })

  it('notes after an hour that it looked again, and logs no change', async () => {
    const { store, ...organisation } = await anOrganisation(shop)
    await organisation.import()
    await organisation.import({ now: later(3_600_000) })
    expect(await store.sources()).toMatchObject([{ lastRead: '2026-11-24T13:00:00.000Z' }])
    expect((await store.changes({ since: 1, limit: 10 })).commits).toEqual([])
  })

  it('logs no change when lines move, and says where things stand now', async () => {
    const { store, ...organisation } = await anOrganisation(shop)
    await organisation.import()
    organisation.write({ 'payment/catalog-info.yaml': `# moved\n${service('payment', 'payments')}` })
    expect(await organisation.import()).toMatchObject({
      entities: { added: 0, changed: 0, removed: 0 },
      relations: { added: 0, changed: 0, removed: 0 },
    })
    expect((await store.changes({ since: 1, limit: 10 })).commits).toEqual([])
    expect(await exported(store)).toContain('"line":8,"confidence":"declared","reason":"spec.owner"')
  })

  it('takes with a file exactly what only it asserted', async () => {
    const both = {
      ...shop,
      'extra.yaml': `${service('mailer', 'carts', 'component:payment')}---\n${service('payment', 'payments')}`,
    }
    const { store, ...organisation } = await anOrganisation(both)
    await organisation.import()
    organisation.remove('extra.yaml')
    expect(await organisation.import()).toMatchObject({
      sources: [{ gone: 1, changed: 0 }],
      entities: { removed: 1 },
      relations: { removed: 2 },
    })
    const alone = await anOrganisation(shop)
    await alone.import()
    expect(await exported(store)).toBe(await exported(alone.store))
  })

  it('replaces what lies under the paths it was given, and nothing else', async () => {
    const { store, ...organisation } = await anOrganisation({
      ...shop,
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.git/config': '[remote "origin"]\n\turl = https://git.example.org/acme/shop.git\n',
    })
    await organisation.import()
    organisation.remove('cart/catalog-info.yaml')
    organisation.remove('payment/catalog-info.yaml')
    await organisation.import({ paths: [join(organisation.folder, 'cart')] })
    const document = await exported(store)
    expect(document).not.toContain('service:default/cart')
    expect(document).toContain('service:default/payment')
  })

  it('writes nothing when it is only tried, and says what would change', async () => {
    const { store, ...organisation } = await anOrganisation(shop)
    const report = await organisation.import({ dryRun: true })
    expect(report.delta?.entities).toHaveLength(5)
    expect([report.revision, await store.revision(), await store.sources()]).toEqual([0, 0, []])
  })

  it('keeps the contracts that descriptors name, by their hash', async () => {
    const api = `apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: carts }
spec: { type: openapi, lifecycle: production, owner: carts, definition: { $text: ./openapi.yaml } }
`
    const { store, ...organisation } = await anOrganisation({
      'api.yaml': api,
      'openapi.yaml': 'openapi: 3.1.0\n',
    })
    await organisation.import()
    const [carts] = await store.entities(['api:default/carts' as never])
    const hash = String(carts?.properties.definitionHash)
    expect(await store.contents([hash])).toEqual(['openapi: 3.1.0\n'])
  })

  it('keeps what a file said that can no longer be read, marked stale, until it can', async () => {
    const { store, ...organisation } = await anOrganisation(shop)
    await organisation.import()
    const before = await exported(store)
    organisation.write({ 'cart/catalog-info.yaml': 'apiVersion: backstage.io/v1alpha1\nkind: [Component\n' })
    const report = await organisation.import()
    expect(report.sources).toMatchObject([{ changed: 1, stale: 1 }])
    expect(await exported(store)).toBe(before)
    const heads = await store.readingHeads()
    expect(heads.filter(({ stale }) => stale)).toMatchObject([
      { file: 'cart/catalog-info.yaml', stale: { since: noon.toISOString() } },
    ])
    expect(await organisation.import()).toMatchObject({ revision: report.revision })

    organisation.write({ 'cart/catalog-info.yaml': shop['cart/catalog-info.yaml'] })
    await organisation.import()
    expect(await exported(store)).toBe(before)
    expect((await store.readingHeads()).filter(({ stale }) => stale)).toEqual([])
  })

  it('keeps what a file said that is no text any more', async () => {
    const { store, ...organisation } = await anOrganisation(shop)
    await organisation.import()
    const before = await exported(store)
    writeFileSync(join(organisation.folder, 'cart/catalog-info.yaml'), Buffer.from([0xff, 0xfe, 0x00]))
    const report = await organisation.import()
    expect(report.sources).toMatchObject([{ stale: 1 }])
    expect(report.problems).toMatchObject([
      { file: 'cart/catalog-info.yaml', line: 1, code: 'file-not-utf8' },
    ])
    expect(await exported(store)).toBe(before)
  })

  it('waits for no other: one at a time', async () => {
    const { store, ...organisation } = await anOrganisation(shop)
    await holdingLease(store, async () => {
      await expect(organisation.import()).rejects.toMatchObject({ code: 'import-running' })
    })
    expect(await organisation.import()).toMatchObject({ revision: 1 })
  })
})

describe('the lease of an import', () => {
  it('outlives work that lets nothing else run', async () => {
    let clock = noon.getTime()
    const store = await openSqliteStore({ folder: temporaryFolder(), now: () => new Date(clock) })
    onTestFinished(() => store.close())
    const { folder } = await anOrganisation(shop)
    const request = { paths: [folder], actor: 'stated:anna' }
    const slowly = (then: () => Promise<unknown>) => ({
      ...store,
      records: async (query: Parameters<typeof store.records>[0]) => {
        clock += 600_000
        await then()
        return store.records(query)
      },
    })
    expect(
      await importPaths(
        slowly(async () => {}),
        request,
      ),
    ).toMatchObject({ revision: 1 })

    writeFiles(folder, { 'more.yaml': service('more', 'carts') })
    const other = slowly(() => store.acquireLease('import', 'elsewhere 1 x', 60_000))
    await expect(importPaths(other, request)).rejects.toMatchObject({
      code: 'import-running',
      message: expect.stringContaining('process 1 on elsewhere'),
    })
    expect(await store.revision()).toBe(1)
  })

  it('is taken over from a process of this machine that has died', async () => {
    const { store, ...organisation } = await anOrganisation(shop)
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    await store.acquireLease('import', `${hostname()} ${pid} x`, 60_000)
    expect(await organisation.import()).toMatchObject({ revision: 1 })
    await store.acquireLease('import', `${hostname()} ${process.ppid} x`, 60_000)
    await expect(organisation.import()).rejects.toMatchObject({ code: 'import-running' })
  })
})
