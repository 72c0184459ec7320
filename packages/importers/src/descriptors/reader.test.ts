import { join } from 'node:path'
import type { Statement } from '@alidade/model'
import { describe, expect, it } from 'vitest'
import { backstageReader } from '../backstage/reader.ts'
import { readSources } from '../read-sources.ts'
import { descriptorReader } from './reader.ts'

/** What a folder of fixtures says, as the repository `acme/shop`. */
async function read(folder: string, readers = [descriptorReader]) {
  const { changed, problems } = await readSources(
    {
      paths: [join(import.meta.dirname, 'fixtures', folder)],
      repository: { name: 'acme/shop' },
      known: async () => [],
      now: '2026-11-24T09:00:00.000Z',
    },
    readers,
  )
  return { statements: changed.flatMap((reading) => reading.statements), problems }
}

/** Each relation as a sentence. */
function sentences({ subject, relations }: Statement): string[] {
  return relations.map(({ type, direction, other, line }) => {
    const ends = direction === 'out' ? [subject.ref, other.ref] : [other.ref, subject.ref]
    return `${ends.join(` ${type} `)} (${line})`
  })
}

describe("one of Alidade's own descriptors", () => {
  it.each([
    ['apiVersion: alidade.dev/v1', true],
    ['kind: Guild\n"apiVersion": \'alidade.dev/v2\'', true],
    ['apiVersion: backstage.io/v1alpha1', false],
    ['text: |\n  apiVersion: alidade.dev/v1', false],
  ])('is told by its content: %j', (text, is) =>
    expect(descriptorReader.recognises('any.yaml', text)).toBe(is),
  )

  it('describes what Backstage has no kind for, with the names as written', async () => {
    const { statements, problems } = await read('good')
    expect(problems).toEqual([])
    expect(
      statements.map(({ subject, description }) => `${subject.name} = ${subject.ref} ${description?.line}`),
    ).toEqual([
      'Go = guild:shop/go 2',
      'postgresql = technology:shop/postgresql 26',
      'POST /carts/{id}/lines = api:shop/cart#POST /carts/{id}/lines 6',
      'one-cart = milestone:shop/one-cart 16',
      'tls = standard:default/tls 26',
      'cart-tls = waiver:shop/cart-tls 34',
    ])
  })

  it('relates it by every field, with its own namespace where a ref leaves it out', async () => {
    const { statements } = await read('good')
    expect(statements.flatMap(sentences)).toEqual([
      'team:shop/carts OWNS guild:shop/go (17)',
      'person:shop/jdoe MEMBER_OF guild:shop/go (22)',
      'person:default/anna.bell MEMBER_OF guild:shop/go (20)',
      'person:default/kim MEMBER_OF guild:shop/go (21)',
      'team:acme/databases OWNS technology:shop/postgresql (32)',
      'api:shop/cart HAS_OPERATION api:shop/cart#POST /carts/{id}/lines (12)',
      'service:shop/storefront CONSUMES api:shop/cart#POST /carts/{id}/lines (14)',
      'service:default/kiosk CONSUMES api:shop/cart#POST /carts/{id}/lines (14)',
      'team:shop/carts OWNS milestone:shop/one-cart (21)',
      'milestone:shop/one-cart RELATES_TO service:shop/cart (23)',
      'milestone:shop/one-cart RELATES_TO api:shop/cart#POST /carts/{id}/lines (24)',
      'guild:shop/go OWNS standard:default/tls (30)',
      'standard:default/tls GOVERNS domain:default/retail (31)',
      'standard:default/tls GOVERNS system:shop/ordering (31)',
      'person:default/kim OWNS waiver:shop/cart-tls (40)',
      'waiver:shop/cart-tls RELATES_TO standard:default/tls (38)',
      'waiver:shop/cart-tls RELATES_TO service:shop/cart (39)',
    ])
    const roles = statements[0]?.relations.map(({ properties }) => properties?.role)
    expect(roles).toEqual([undefined, 'lead', undefined, undefined])
    const operation = statements[3]?.relations[2]?.other
    expect(operation).toMatchObject({ name: 'POST /carts/{id}/lines', scope: 'full' })
  })

  it('gives its properties, and keeps the fields that are read by nothing yet', async () => {
    const { statements } = await read('good')
    expect(statements[0]?.description).toMatchObject({
      properties: {
        title: 'Go guild',
        description: 'How we write Go, and why.',
        channel: '#guild-go',
        tags: ['go'],
        links: [{ url: 'https://example.com/go', title: 'Handbook' }],
        'spec.cadence': { every: '2 weeks' },
      },
      labels: { floor: '2' },
      confidence: 'declared',
      sameAs: [
        { ref: 'guild:default/golang', reason: 'annotation alidade.dev/same-as' },
        { ref: 'guild:shop/gophers', reason: 'annotation alidade.dev/same-as' },
      ],
    })
    expect(statements.slice(1).map(({ description }) => description?.properties)).toEqual([
      { type: 'database', lifecycle: 'adopt', 'spec.version': '17' },
      { title: 'Put something into a cart' },
      { date: '2026-12-24' },
      { title: 'All traffic is encrypted', 'spec.checks': [{ query: 'tls.graphql' }] },
      { until: '2027-03-31', reason: "The old load balancer can't." },
    ])
  })

  it("may stand beside Backstage's, each read by its own reader and none twice", async () => {
    const { statements, problems } = await read('good', [backstageReader, descriptorReader])
    expect(problems).toEqual([])
    expect(statements).toHaveLength(7)
  })
})

describe('one with faults', () => {
  it('is read as far as it goes, each fault with its line and what to do', async () => {
    const { statements, problems } = await read('bad')
    expect(statements.map(({ subject }) => subject.ref)).toEqual([
      'guild:default/good',
      'api:default/cart#GET /carts',
      'milestone:default/soon',
      'standard:default/tls',
      'waiver:default/forever',
    ])
    expect(problems.map(({ line, code, severity }) => `${line} ${code} ${severity}`)).toEqual([
      '5 ref-malformed error',
      '6 relation-kind error',
      '8 kind-not-read error',
      '14 kind-not-read error',
      '18 field-missing error',
      '22 field-missing warning',
      '28 field-missing error',
      '34 field-missing error',
      '39 field-missing error',
      '44 field-malformed error',
      '51 field-malformed error',
      '59 date-malformed error',
      '65 field-missing warning',
      '71 field-missing warning',
      '71 field-missing warning',
      '72 ref-malformed error',
      '77 template-placeholder warning',
      '78 field-malformed error',
      '84 yaml-malformed error',
    ])
    for (const { file, message } of problems) {
      expect(file).toBe('faults.yaml')
      expect(message).toMatch(/: (?:write|mend|use|add|name|leave|[^:]*write)/)
    }
  })

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-12-24T10:00:00Z', 'soon'])(
    'ends on no day that the calendar does not have: %s',
    async (date) => {
      const text = `apiVersion: alidade.dev/v1\nkind: Milestone\nmetadata: {name: a}\nspec: {date: "${date}"}\n`
      const surroundings = { readText: async () => undefined, glob: async () => [] }
      const repository = { name: 'acme/shop' }
      const says = await descriptorReader.read({ path: 'a.yaml', text, repository, surroundings })
      expect(says.problems).toMatchObject([{ code: 'date-malformed', line: 4 }])
      expect(says.statements[0]?.description?.properties).toEqual({})
    },
  )
})
