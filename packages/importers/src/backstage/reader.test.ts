import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Statement } from '@alidade/model'
import { makeRef } from '@alidade/model'
import { describe, expect, it } from 'vitest'
import { readSources } from '../read-sources.ts'
import { backstageReader } from './reader.ts'

const fixtures = join(import.meta.dirname, 'fixtures')

/** What a folder of fixtures says, as the repository `acme/shop`. */
async function read(folder: string) {
  const { changed, problems } = await readSources(
    {
      paths: [join(fixtures, folder)],
      repository: { name: 'acme/shop', origin: 'https://github.com/acme/shop' },
      known: async () => [],
      now: '2026-11-24T09:00:00.000Z',
    },
    [backstageReader],
  )
  const statements = changed.flatMap((reading) => reading.statements)
  return { statements, problems, files: changed.map(({ file }) => file) }
}

/** What a text says, as a file of that name. */
async function readText(text: string, path = 'all.yaml', origin = 'https://github.com/acme/shop') {
  const surroundings = { readText: async () => undefined, glob: async () => [] }
  return backstageReader.read({ path, text, repository: { name: 'acme/shop', origin }, surroundings })
}

/** Each relation as a sentence. */
function sentences({ subject, relations }: Statement): string[] {
  return relations.map(({ type, direction, other, line }) => {
    const ends = direction === 'out' ? [subject.ref, other.ref] : [other.ref, subject.ref]
    return `${ends.join(` ${type} `)} (${line})`
  })
}

function entity(metadata: string, spec = '{}', kind = 'Component'): string {
  return `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: ${metadata}\nspec: ${spec}\n`
}

describe('a descriptor', () => {
  it.each([
    ['apiVersion: backstage.io/v1alpha1', true],
    ['kind: Component\n"apiVersion": \'backstage.io/v1beta1\'', true],
    ['apiVersion: scaffolder.backstage.io/v1beta3', true],
    ['apiVersion: apps/v1', false],
    ['text: |\n  apiVersion: backstage.io/v1alpha1', false],
  ])('is told by its content: %j', (text, is) =>
    expect(backstageReader.recognises('any.yaml', text)).toBe(is),
  )

  it('is found by its Location too, and nothing is fetched', async () => {
    const { files, problems } = await read('shop')
    expect(files).toEqual(['all.yaml', 'org/teams.yaml', 'services/cart/catalog-info.yaml'])
    expect(problems).toMatchObject([
      { code: 'remote-not-fetched', file: 'all.yaml', line: 10, severity: 'warning' },
    ])
  })

  it('describes entities of every kind, with their names as written', async () => {
    const { statements } = await read('shop')
    expect(
      statements.map(({ subject, description }) => `${subject.name} ${subject.ref} ${description?.line}`),
    ).toEqual([
      'Carts team:shop/carts 1',
      'jdoe person:shop/jdoe 18',
      'ordering system:shop/ordering 30',
      'retail domain:shop/retail 35',
      'Cart service:shop/cart 1',
      'cart api:shop/cart 37',
      'cart-db resource:shop/cart-db 48',
    ])
    expect(
      statements.every(
        ({ subject, description }) => subject.scope === 'full' && description?.confidence === 'declared',
      ),
    ).toBe(true)
  })

  it('relates them by every field, with the defaults of each', async () => {
    const { statements } = await read('shop')
    expect(statements.flatMap(sentences)).toEqual([
      'team:shop/carts PART_OF team:shop/retail (12)',
      'team:shop/cart-payments PART_OF team:shop/carts (13)',
      'person:shop/jdoe MEMBER_OF team:shop/carts (15)',
      'person:default/anna.bell MEMBER_OF team:shop/carts (16)',
      'person:shop/jdoe MEMBER_OF team:shop/carts (28)',
      'person:shop/jdoe MEMBER_OF team:default/guild-go (28)',
      'team:shop/carts OWNS system:shop/ordering (33)',
      'system:shop/ordering PART_OF domain:shop/retail (33)',
      'person:shop/jdoe OWNS domain:shop/retail (38)',
      'domain:shop/retail PART_OF domain:default/commerce (38)',
      'team:shop/carts OWNS service:shop/cart (22)',
      'service:shop/cart PART_OF system:shop/ordering (23)',
      'service:shop/cart PART_OF service:shop/storefront (24)',
      'service:shop/cart PROVIDES api:shop/cart (25)',
      'service:shop/cart CONSUMES api:default/payments (27)',
      'service:shop/cart CONSUMES api:default/stock (28)',
      'service:shop/cart DEPENDS_ON resource:shop/cart-db (32)',
      'service:shop/cart DEPENDS_ON service:default/identity (33)',
      'service:shop/checkout DEPENDS_ON service:shop/cart (34)',
      'team:shop/carts OWNS api:shop/cart (43)',
      'api:shop/cart PART_OF system:shop/ordering (44)',
      'team:shop/carts OWNS resource:shop/cart-db (53)',
      'service:shop/cart DEPENDS_ON resource:shop/cart-db (54)',
    ])
    const memberships = statements[1]?.relations.map(({ properties }) => properties)
    expect(memberships).toEqual([{ role: 'lead' }, { role: 'lead' }])
  })

  it('gives properties, labels, annotations and what else identifies the thing', async () => {
    const { statements } = await read('shop')
    expect(statements[4]?.description).toEqual({
      properties: {
        title: 'Shopping cart',
        description: 'What somebody is about to buy.',
        type: 'service',
        lifecycle: 'production',
        tags: ['go', 'grpc'],
        links: [{ url: 'https://example.com/cart', title: 'Dashboard', icon: 'dashboard' }],
        'spec.replicas': 3,
      },
      labels: { tier: '1' },
      annotations: {
        'github.com/project-slug': 'acme/shop',
        'backstage.io/source-location': 'dir:.',
        'alidade.dev/same-as': 'service:default/basket, compose-cart',
      },
      line: 1,
      confidence: 'declared',
      identities: ['folder:acme/shop#services/cart'],
      sameAs: [
        { ref: 'service:default/basket', reason: 'annotation alidade.dev/same-as' },
        { ref: 'service:shop/compose-cart', reason: 'annotation alidade.dev/same-as' },
      ],
    })
    expect(statements[0]?.description?.properties).toEqual({
      title: 'The Cart Team',
      type: 'team',
      displayName: 'The Cart Team',
      email: 'carts@example.com',
      picture: 'https://example.com/carts.png',
    })
    const text = await readFile(join(fixtures, 'shop/services/cart/openapi.yaml'), 'utf8')
    expect(statements[5]?.description?.properties).toMatchObject({
      definitionHash: createHash('sha256').update(text).digest('hex'),
      definitionType: 'openapi',
      definitionFile: 'services/cart/openapi.yaml',
    })
  })

  it.each([
    ['url:https://github.com/acme/shop/tree/main/services/cart/', ['folder:acme/shop#services/cart']],
    ['url:https://github.com/Acme/shop', ['folder:acme/shop#.']],
    ['url:https://github.com/acme/shopping/tree/main/x', []],
    ['url:https://github.com/acme/other', []],
    ['dir:../..', []],
    ['dir:/srv', []],
  ])('lies in the folder of this repository that %s names', async (location, identities) => {
    const { statements } = await readText(
      entity(`{name: a, annotations: {backstage.io/source-location: "${location}"}}`),
      'x/all.yaml',
    )
    expect(statements[0]?.description?.identities).toEqual(identities)
  })

  it('lies in its own folder when it is the only component of a catalog-info.yaml', async () => {
    const identities = async (text: string, path: string) =>
      (await readText(text, path)).statements.map(({ description }) => description?.identities)
    const [one, api] = [entity('{name: a}'), entity('{name: a}', '{}', 'API')]
    expect(await identities(`${one}---\n${api}`, 'cart/catalog-info.yaml')).toEqual([
      ['folder:acme/shop#cart'],
      [],
    ])
    expect(await identities(one, 'catalog-info.yaml')).toEqual([['folder:acme/shop#.']])
    expect(await identities(one, 'cart/other.yaml')).toEqual([[]])
    expect(await identities(`${one}---\n${one}`, 'cart/catalog-info.yaml')).toEqual([[], []])
  })

  it('may come out of a running catalogue, with its relations spelled out', async () => {
    const { statements, problems } = await readText(
      `${entity('{name: a}', '{owner: x}')}relations:\n  - {type: ownedBy, targetRef: group:default/x}\n  - {type: hasPart, targetRef: component:default/b}\n  - {type: likes, targetRef: component:default/b}\n`,
    )
    expect(statements.flatMap(sentences)).toEqual([
      'team:default/x OWNS service:default/a (4)',
      'service:default/b PART_OF service:default/a (7)',
    ])
    expect(problems).toMatchObject([{ code: 'relation-unknown', line: 8 }])
  })

  it('may stand beside documents of other tools, which are left out', async () => {
    const kustomize = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nmetadata: {name: x}\n'
    const { statements, problems } = await readText(`${entity('{name: a}')}---\n${kustomize}`)
    expect(statements).toHaveLength(1)
    expect(problems).toMatchObject([{ code: 'kind-not-read', line: 6, severity: 'warning' }])
  })

  it('of a template is not taken for an entity', async () => {
    const { statements, problems } = await readText(entity('{name: "{{ values.name }}"}'))
    expect([statements, problems[0]?.code]).toEqual([[], 'template-placeholder'])
  })
})

describe('a descriptor with faults', () => {
  it('is read as far as it goes, each fault with its line and what to do', async () => {
    const { statements, problems } = await read('bad')
    expect(statements.map(({ subject }) => subject.name)).toEqual(['good', 'missing', 'outside', 'remote'])
    expect(statements.flatMap(sentences)).toContain(
      'service:default/good DEPENDS_ON resource:default/good-db (11)',
    )
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '7 name-malformed',
      '9 ref-malformed',
      '10 kind-unknown',
      '13 relation-kind',
      '19 yaml-malformed',
      '23 kind-not-read',
      '28 kind-not-read',
      '40 file-missing',
      '50 path-outside-root',
      '56 field-malformed',
      '60 field-malformed',
      '65 field-missing',
    ])
    for (const { file, message } of problems) {
      expect(file).toBe('catalog.yaml')
      expect(message).toMatch(/: (?:write|mend|use|add|name|import|keep|remove)/)
    }
  })

  it('names by the same ref what has characters that no ref has, and what it is called elsewhere', async () => {
    const { statements, problems } = await readText(
      `${entity('{name: "Ünï Svc"}', '{owner: "group:Ünï Team", dependsOn: ["component:default/docs/"]}')}---\n${entity('{name: docs/}')}`,
    )
    const [service, docs] = statements
    expect(service?.relations.map(({ other }) => [other.ref, other.name])).toEqual([
      [makeRef('Team', 'default', 'Ünï Team'), 'Ünï Team'],
      [docs?.subject.ref, 'docs/'],
    ])
    expect(problems.every(({ code, severity }) => code === 'name-malformed' && severity === 'warning')).toBe(
      true,
    )
  })

  it('is unreadable when nothing of it can be read', async () => {
    expect((await readText('apiVersion: backstage.io/v1alpha1\n bad: [')).unreadable).toMatch(/^line \d/)
  })
})
