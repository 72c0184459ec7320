import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { service, team } from '../testing/descriptors.ts'
import { anOrganisation, exported } from '../testing/organisation.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const good = { 'good.yaml': `${team('carts')}---\n${service('cart', 'carts')}` }

describe('what is wrong in a file is a problem with its line and its remedy, and the rest is imported', () => {
  it.each([
    [
      'broken YAML',
      { 'bad.yaml': 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: [a\n' },
      { file: 'bad.yaml', code: 'yaml-malformed', line: expect.any(Number) },
    ],
    [
      'a wrong kind',
      { 'bad.yaml': 'apiVersion: backstage.io/v1alpha1\nkind: Componnent\nmetadata: {name: a}\n' },
      { file: 'bad.yaml', line: 2, code: 'kind-not-read', message: expect.stringContaining('use Component') },
    ],
    [
      'a bad ref',
      { 'bad.yaml': service('a', '"group:"') },
      { file: 'bad.yaml', line: 8, code: 'ref-malformed', message: expect.stringContaining('write ') },
    ],
    [
      'a file that is not there',
      {
        'bad.yaml':
          'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: a}\nspec: {target: ./none.yaml}\n',
      },
      { file: 'bad.yaml', line: 4, code: 'file-missing', message: expect.stringContaining('add it') },
    ],
    [
      'a path that leaves the root',
      {
        'bad.yaml':
          'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: a}\nspec: {target: ../../../etc/passwd}\n',
      },
      { file: 'bad.yaml', line: 4, code: 'path-outside-root', message: expect.stringContaining('import') },
    ],
  ])('%s', async (_, files, problem) => {
    const { store, ...organisation } = await anOrganisation({ ...good, ...files })
    const report = await organisation.import()
    expect(report.problems).toContainEqual(
      expect.objectContaining({ severity: 'error', source: 'acme/shop/backstage', ...problem }),
    )
    expect(await exported(store)).toContain('service:default/cart')
  })

  it('a link that leaves the root', async () => {
    const elsewhere = temporaryFolder()
    writeFileSync(join(elsewhere, 'secret.yaml'), service('secret', 'nobody'))
    const { store, ...organisation } = await anOrganisation(good)
    symlinkSync(join(elsewhere, 'secret.yaml'), join(organisation.folder, 'link.yaml'))
    const report = await organisation.import()
    expect(report.problems).toMatchObject([{ file: 'link.yaml', code: 'path-outside-root' }])
    expect(await exported(store)).not.toContain('secret')
  })

  it('a path that is not there, beside one that is', async () => {
    const { store, ...organisation } = await anOrganisation(good)
    const paths = [organisation.folder, join(organisation.folder, 'nowhere')]
    const report = await organisation.import({ paths })
    expect(report.problems).toMatchObject([
      { file: 'nowhere', code: 'file-missing', message: expect.stringContaining('check the path') },
    ])
    expect(await exported(store)).toContain('service:default/cart')
  })
})

describe('a full disk', () => {
  it('stops the import, says so, and leaves a graph that goes on', async () => {
    const many = Array.from({ length: 400 }, (_, n) => service(`service-${n}`, 'carts')).join('---\n')
    const { store, ...organisation } = await anOrganisation(good, { mostPages: 90 })
    await organisation.import()
    const before = await exported(store)
    organisation.write({ 'many.yaml': many })
    await expect(organisation.import()).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/the disk that holds .+ is full.+make room, then repeat/),
    })
    expect(await exported(store)).toBe(before)
    organisation.write({ 'many.yaml': service('one-more', 'carts') })
    await organisation.import()
    expect(await exported(store)).toContain('service:default/one-more')
  })
})
