import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPaths } from '../import/import-paths.ts'
import { descriptor, service, team } from '../testing/descriptors.ts'
import { anOrganisation, emptyStore, exported, noon } from '../testing/organisation.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { writeExport } from './write-export.ts'

const shop = {
  'teams.yaml': `${team('carts')}---\n${descriptor('User', 'anna', 'profile: {displayName: Anna}\nmemberOf: [carts]')}`,
  'cart.yaml': service('Cart', 'carts', 'component:payment', 'resource:orders-db'),
  'again.yaml': service('cart', 'guests', 'component:payment'),
}

describe('an export', () => {
  it('says of an empty store that it is empty', async () => {
    const document = JSON.parse(await exported(await emptyStore()))
    expect(document).toEqual({ version: 1, sources: [], entities: [], relations: [] })
  })

  it('has its parts in order, one fact to a line', async () => {
    const { store, ...organisation } = await anOrganisation(shop)
    await organisation.import()
    const text = await exported(store)
    const { sources, entities, relations } = JSON.parse(text)
    expect(sources).toMatchObject([{ id: 'acme/shop/backstage', lastRead: noon.toISOString() }])
    const refs = entities.map(({ ref }: { ref: string }) => ref)
    expect(refs).toEqual(refs.toSorted())
    expect(text.split('\n')).toHaveLength(entities.length + relations.length + sources.length + 8)
    expect(Object.keys(entities[0])).toEqual([
      'ref',
      'kind',
      'name',
      'unresolved',
      'aliases',
      'properties',
      'labels',
      'annotations',
      'statements',
    ])
  })

  it('is the same document when it is imported into an empty store and exported again', async () => {
    const { store, ...organisation } = await anOrganisation(shop)
    await organisation.import()
    const text = await exported(store)
    const file = join(temporaryFolder(), 'graph.json')
    writeFileSync(file, text)

    const second = await emptyStore()
    const request = { paths: [file], actor: 'stated:bob' }
    const report = await importPaths(second, request)
    expect(report).toMatchObject({ problems: [], sources: [{ id: 'acme/shop/backstage', changed: 3 }] })
    expect(await exported(second)).toBe(text)

    expect(await importPaths(second, request)).toMatchObject({ revision: report.revision })
  })

  it('replaces its sources as a whole where they are known already', async () => {
    const { store, ...organisation } = await anOrganisation(shop)
    await organisation.import()
    const file = join(temporaryFolder(), 'graph.json')
    const text = await exported(store)
    writeFileSync(file, text)
    organisation.write({ 'more.yaml': service('more', 'carts') })
    await organisation.import()
    await importPaths(store, { paths: [file], actor: 'stated:bob' })
    expect(await exported(store)).toBe(text)
  })

  it('that is damaged is refused with its line', async () => {
    const file = join(temporaryFolder(), 'graph.json')
    writeFileSync(file, '{"version":1,\n"sources":[\n],\n"entities":[\n{"ref":"x"}]}')
    const run = importPaths(await emptyStore(), { paths: [file], actor: 'stated:bob' })
    await expect(run).rejects.toMatchObject({
      code: 'export-malformed',
      message: expect.stringMatching(/^graph\.json:5: .+export it again$/),
    })
  })

  it('stops when the graph changes under it', async () => {
    const { store, ...organisation } = await anOrganisation(shop)
    await organisation.import()
    const pieces = writeExport(store)
    await pieces.next()
    organisation.write({ 'more.yaml': service('more', 'carts') })
    await organisation.import()
    await expect(Array.fromAsync(pieces)).rejects.toMatchObject({ code: 'graph-changed' })
  })
})
