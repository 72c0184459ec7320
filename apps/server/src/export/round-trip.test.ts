import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GraphStore } from '@alidade/graph'
import { readExport } from '@alidade/importers'
import type { LocatedStatement, Mention, Ref, RelationStatement, Ruling, Source } from '@alidade/model'
import { type Facts, inCommits, noRules, plan, resolveAll } from '@alidade/resolution'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importPaths } from '../import/import-paths.ts'
import { readingId, withKeys } from '../import/statements.ts'
import { service } from '../testing/descriptors.ts'
import { anOrganisation, emptyStore, exported, noon } from '../testing/organisation.ts'
import { randomRulings, randomStatements } from '../testing/random-statements.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { entityLine, relationLine } from './lines.ts'

const nothing: Facts = { entities: new Map(), relations: new Map() }

/** A store that holds what the statements say under the rulings. */
async function storeOf(
  statements: readonly LocatedStatement[],
  rulings: readonly Ruling[],
): Promise<GraphStore> {
  const store = await emptyStore()
  const readings = [...Map.groupBy(statements, readingId).values()].flatMap((those) => {
    const [{ source, file } = { source: '', file: '' }] = those
    const said = those.map(({ statement }) => statement)
    return [withKeys({ source, file, hash: file, includes: [], problems: [], statements: said })]
  })
  const sources = [...new Set(statements.map(({ source }) => source))].map(
    (id): Source => ({ id, repository: 'acme/shop', reader: 'x', lastRead: noon.toISOString() }),
  )
  const base = { actor: 'stated:anna', at: noon.toISOString() }
  const none = { entities: [], relations: [] }
  await store.commit({
    id: randomUUID(),
    ...base,
    delta: none,
    readings: { put: readings },
    sources: { put: sources },
  })
  for (const delta of inCommits(plan(nothing, resolveAll(statements, { ...noRules, rulings })))) {
    await store.commit({ id: randomUUID(), ...base, delta })
  }
  return store
}

/** The document of what an empty store has when it has imported a document. */
async function again(text: string): Promise<string> {
  const file = join(temporaryFolder(), 'graph.json')
  writeFileSync(file, text)
  const store = await emptyStore()
  await importPaths(store, { paths: [file], actor: 'stated:bob' })
  return exported(store)
}

/** The lines that facts make in an export. */
function linesOf({ entities, relations }: Facts): readonly string[] {
  return [...[...entities.values()].map(entityLine), ...[...relations.values()].map(relationLine)].sort()
}

/** The lines that come of what is read out of the lines. */
async function linesAgain(lines: readonly string[]): Promise<readonly string[]> {
  const [entities, relations] = [
    lines.filter((line) => !line.startsWith('{"from"')),
    lines.filter((line) => line.startsWith('{"from"')),
  ]
  const ids = new Set(lines.flatMap((line) => [...line.matchAll(/"source":"([^"]+)"/g)].map(([, id]) => id)))
  const sources = [...ids].map((id) => ({ id, repository: 'x', reader: 'x', lastRead: noon.toISOString() }))
  const { readings } = await readExport(
    `{"version":1,"sources":${JSON.stringify(sources)},"entities":[${entities}],"relations":[${relations}]}`,
  )
  const located = readings.flatMap(({ source, file, statements }) =>
    statements.map((statement) => ({ source, file, statement })),
  )
  return linesOf(resolveAll(located, noRules))
}

describe('whatever was said and ruled, what is exported', () => {
  it('comes out of what is read back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(randomStatements, randomRulings, async (statements, rulings) => {
        const lines = linesOf(resolveAll(statements, { ...noRules, rulings }))
        expect(await linesAgain(lines)).toEqual(lines)
      }),
      { numRuns: 500 },
    )
  }, 600_000)

  it('is the same document, byte by byte, from a store that imported it', async () => {
    await fc.assert(
      fc.asyncProperty(randomStatements, randomRulings, async (statements, rulings) => {
        const text = await exported(await storeOf(statements, rulings))
        expect(await again(text)).toBe(text)
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})

const place = { line: 1, confidence: 'declared', firstSeen: noon.toISOString() } as const
const nothingSaid = { properties: {}, labels: {}, annotations: {}, identities: [], sameAs: [] }
const full = (ref: string): Mention => ({ ref: ref as Ref, name: ref, scope: 'full' })
const bare = (ref: string): Mention => ({ ...full(ref), scope: 'bare', kinds: ['Service', 'Resource'] })
const dependsOn = (other: Mention): RelationStatement => ({
  ...place,
  type: 'DEPENDS_ON',
  direction: 'out',
  other,
})
const describes = (source: string, ref: string, file = 'catalog-info.yaml'): LocatedStatement => ({
  source,
  file,
  statement: { subject: full(ref), description: { ...place, ...nothingSaid }, relations: [] },
})
const relates = (source: string, subject: Mention, other: Mention, file = 'compose.yaml') => ({
  source,
  file,
  statement: { subject, relations: [dependsOn(other)] },
})
const rule = (says: Ruling['says'], a: string, b: string): Ruling => ({
  ...{ id: randomUUID(), says, a: a as Ref, b: b as Ref },
  ...{ by: 'ann', at: noon.toISOString(), why: 'I asked them' },
})
const [backstage, compose] = ['acme/shop/backstage', 'acme/shop/compose']
const files = (count: number) => Array.from({ length: count }, (_, index) => `${1000 + index}.yaml`)

describe('the same document comes of', () => {
  interface Holds {
    readonly ref: string
    readonly [key: string]: unknown
  }
  const sayings: readonly (readonly [string, readonly LocatedStatement[], readonly Ruling[], Holds])[] = [
    [
      'what nothing describes, with the name it is looked up by and what it may be',
      [
        relates(compose, { ...full('resource:shop/db'), scope: 'local' }, bare('service:shop/db')),
        describes('acme/lake/backstage', 'service:lake/db'),
        describes('acme/pay/backstage', 'service:pay/db'),
      ],
      [],
      {
        ref: 'resource:shop/db',
        unresolved: true,
        aliases: [{ reason: 'the name that its own project gives it' }],
      },
    ],
    [
      'what nothing describes and people say is one',
      [relates(compose, full('service:shop/a'), full('service:shop/b'))],
      [rule('same', 'service:shop/b', 'service:shop/a')],
      { ref: 'service:shop/a', aliases: [{ ref: 'service:shop/b', reason: 'ann says so: I asked them' }] },
    ],
    [
      'what people say is two, and would be taken for one',
      [describes(backstage, 'service:default/cart'), describes(compose, 'service:shop/cart')],
      [rule('different', 'service:default/cart', 'service:shop/cart')],
      { ref: 'service:default/cart', aliases: [] },
    ],
    [
      'what is one under a name that another has in its repository',
      [
        describes('acme/lake/backstage', 'service:lake/cart'),
        describes(compose, 'service:shop/basket'),
        describes(backstage, 'service:default/cart'),
      ],
      [rule('same', 'service:lake/cart', 'service:shop/basket')],
      { ref: 'service:default/cart', aliases: [] },
    ],
    [
      'what more than a hundred places describe',
      files(130).map((file) => describes(backstage, 'service:default/hub', file)),
      [],
      { ref: 'service:default/hub', statements: [{ moreEvidence: 30 }] },
    ],
    [
      'what more than a hundred places name, and nothing describes',
      files(130).map((file) =>
        relates(backstage, full('service:default/a'), full('service:default/hub'), file),
      ),
      [],
      { ref: 'service:default/hub', unresolved: true, moreMentions: 30 },
    ],
  ]

  it.each(sayings)('%s', async (_, statements, rulings, holds) => {
    const text = await exported(await storeOf(statements, rulings))
    const { entities } = JSON.parse(text) as { entities: readonly { ref: string }[] }
    expect(entities.find(({ ref }) => ref === holds.ref)).toMatchObject(holds)
    expect(await again(text)).toBe(text)
  })

  it('a file that can no longer be read, and keeps what it said', async () => {
    const { store, ...organisation } = await anOrganisation({
      'compose.yaml': 'services: {a: {depends_on: [b]}}',
    })
    await organisation.import()
    organisation.write({ 'compose.yaml': 'services: [' })
    const { problems } = await organisation.import()
    expect(problems).not.toEqual([])
    const text = await exported(store)
    expect(JSON.parse(text).relations).not.toEqual([])
    expect(await again(text)).toBe(text)
  })

  it('an import of an export, once its files are read themselves', async () => {
    const { store, folder, ...organisation } = await anOrganisation({
      'compose.yaml': 'services: {a: {environment: {DB_URL: "http://db:1/"}}, db: {image: redis}}',
      'other/compose.yaml': 'services: {web: {environment: {A_URL: "http://a:1/", X_URL: "http://gone:1/"}}}',
      'a.yaml': service('a', 'carts', 'component:gone'),
    })
    await organisation.import()
    const text = await exported(store)
    const file = join(temporaryFolder(), 'graph.json')
    writeFileSync(file, text)
    const second = await emptyStore()
    await importPaths(second, { paths: [file], actor: 'stated:bob' })
    expect(await exported(second)).toBe(text)
    await importPaths(second, { paths: [folder], name: 'acme/shop', actor: 'stated:bob', now: () => noon })
    expect(await exported(second)).toBe(text)
  })
})
