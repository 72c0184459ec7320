import { canonicalJson, type Evidence, makeRef, type Ref } from '@alidade/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReadExport, readExport } from './read-export.ts'

const sources = ['acme/shop/backstage', 'acme/shop/compose', 'manual']
const refs = ['a', 'b', 'c', 'd'].map((name) => makeRef('Service', 'default', name))

const evidence: fc.Arbitrary<Evidence> = fc.record(
  {
    source: fc.constantFrom(...sources),
    file: fc.constantFrom('a.yaml', 'b/c.yaml'),
    line: fc.integer({ min: 1, max: 99 }),
    confidence: fc.constantFrom('declared', 'inferred', 'observed'),
    reason: fc.constantFrom('DB_URL', 'with "quotes", [brackets] and \\ in it'),
    environment: fc.constant('production'),
    firstSeen: fc.constant('2026-11-24T09:00:00.000Z'),
    count: fc.integer({ min: 1 }),
    lastSeen: fc.constant('2026-11-24T09:00:00.000Z'),
    by: fc.constant('person:default/anna'),
  },
  { requiredKeys: ['source', 'file', 'line', 'confidence'], noNullPrototype: true },
)
const places = fc.uniqueArray(evidence, { minLength: 1, maxLength: 4, selector: canonicalJson })
const said = {
  properties: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3, noNullPrototype: true }),
  labels: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2, noNullPrototype: true }),
  annotations: fc.constant({}),
}
const entity = (ref: Ref) =>
  fc.record(
    {
      ref: fc.constant(ref),
      kind: fc.constant('Service'),
      name: fc.string({ minLength: 1 }),
      unresolved: fc.constant(false),
      aliases: fc.constantFrom([], [{ ref: makeRef('Service', 'x', ref.slice(-1)), reason: 'same folder' }]),
      ...said,
      statements: fc
        .array(fc.record({ source: fc.constantFrom(...sources), ...said, evidence: places }), {
          minLength: 1,
          maxLength: 3,
        })
        .map((statements) =>
          statements.map((statement) => ({
            ...statement,
            evidence: statement.evidence.map(({ count, lastSeen, ...place }) => ({
              ...place,
              source: statement.source,
            })),
          })),
        ),
    },
    { noNullPrototype: true },
  )
const relation = (from: Ref, to: Ref) =>
  fc.record(
    {
      from: fc.constant(from),
      type: fc.constant('DEPENDS_ON'),
      to: fc.constant(to),
      properties: fc.constantFrom({}, { role: 'lead' }),
      evidence: places,
      moreEvidence: fc.constantFrom(0, 7),
    },
    { noNullPrototype: true },
  )
const graph = fc.record(
  {
    version: fc.constant(1),
    sources: fc.constant(
      sources.map((id) => ({
        id,
        repository: 'acme/shop',
        reader: 'x',
        lastRead: '2026-11-24T09:00:00.000Z',
      })),
    ),
    entities: fc.tuple(...refs.map(entity)),
    relations: fc.tuple(...refs.slice(1).map((ref, at) => relation(ref, refs[at] ?? ref))),
  },
  { noNullPrototype: true },
)

/** Everything that an export says, as sentences in order. */
function facts(document: {
  entities: readonly {
    ref: Ref
    name: string
    aliases: readonly unknown[]
    statements: readonly { evidence: readonly Evidence[] }[]
  }[]
  relations: readonly { evidence: readonly Evidence[] }[]
}): string[] {
  const described = document.entities.flatMap(({ ref, name, statements }) =>
    statements.flatMap(({ evidence, ...what }) => evidence.map((place) => ({ ref, name, ...what, place }))),
  )
  const related = document.relations.flatMap(({ evidence, ...what }) =>
    evidence.map((place, at) =>
      at === 0 ? { ...what, place } : { ...what, properties: {}, moreEvidence: 0, place },
    ),
  )
  const aliases = document.entities.flatMap(({ ref, aliases }) => aliases.map((alias) => ({ ref, alias })))
  return [...described, ...related, ...aliases].map(canonicalJson).sort()
}

/** The same sentences out of the readings. */
function factsRead({ readings }: ReadExport): string[] {
  const found: unknown[] = []
  for (const { source, file, statements } of readings) {
    for (const { subject, description, relations, settled } of statements) {
      found.push(...(settled?.aliases ?? []).map((alias) => ({ ref: subject.ref, alias })))
      if (description) {
        const { properties, labels, annotations, identities, sameAs, ...place } = description
        found.push({
          ref: subject.ref,
          name: subject.name,
          source,
          properties,
          labels,
          annotations,
          place: { source, file, ...place },
        })
        expect([identities, sameAs, settled !== undefined]).toEqual([[], [], true])
      }
      for (const { type, direction, other, properties = {}, more = 0, ...place } of relations) {
        expect([direction, subject.scope, other.scope]).toEqual(['out', 'full', 'full'])
        found.push({
          from: subject.ref,
          type,
          to: other.ref,
          properties,
          moreEvidence: more,
          place: { source, file, ...place },
        })
      }
    }
  }
  return found.map(canonicalJson).sort()
}

async function* inPieces(text: string, size: number) {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('an export', () => {
  it('says when it is read back what it said before, however its bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        graph,
        fc.constantFrom(0, 2),
        fc.integer({ min: 1, max: 500 }),
        async (document, indent, size) => {
          const read = await readExport(inPieces(JSON.stringify(document, null, indent), size))
          expect(factsRead(read)).toEqual(facts(document))
          expect(read.sources).toEqual(document.sources)
        },
      ),
    )
  })

  it('may be empty', async () => {
    const text = '{"version": 1, "sources": [], "entities": [], "relations": [], "more": {"a": [1]}}'
    expect(await readExport(text)).toEqual({ sources: [], readings: [] })
  })

  it('names what nothing describes as it is named there', async () => {
    const place = { source: 'manual', file: 'x', line: 1, confidence: 'declared' }
    const [from, to] = ['service:default/a', 'team:default/x']
    const text = JSON.stringify({
      version: 1,
      sources: [],
      entities: [
        {
          ref: to,
          kind: 'Team',
          name: 'X',
          unresolved: true,
          aliases: [],
          properties: {},
          labels: {},
          annotations: {},
          statements: [],
        },
      ],
      relations: [{ from, type: 'DEPENDS_ON', to, properties: {}, evidence: [place], moreEvidence: 0 }],
    })
    const { readings } = await readExport(text)
    expect(readings[0]?.statements[0]?.relations[0]?.other).toEqual({ ref: to, name: 'X', scope: 'full' })
  })

  it.each([
    ['{"version": 1, "sources": [', 'export-malformed', 'the document ends in the middle'],
    ['', 'export-malformed', 'this is no export of Alidade'],
    ['[1]', 'export-malformed', 'this is no export of Alidade'],
    [
      '{"version": 1,\n"entities": [\n{"ref": "x"}]}',
      'export-malformed',
      'export.json:3: entities hold something else',
    ],
    ['{"version": 1,\n"entities": [\n{x}]}', 'export-malformed', 'export.json:3: this is no JSON'],
    ['{"version": 2, "sources": []}', 'export-version', 'version 2 of the export'],
  ])('that is none is refused: %j', async (text, code, message) => {
    await expect(readExport(text)).rejects.toMatchObject({ code, message: expect.stringContaining(message) })
  })
})
