import { describe, expect, it } from 'vitest'
import { alias, bare, dependsOn, describes, graphOf, ownedBy, relates } from './testing/say.ts'

const catalogue = 'acme/shop/backstage'
const compose = 'acme/shop/compose'

describe('an entity', () => {
  it('has each property, label and annotation from the most trusted that gives it, and keeps what all said', () => {
    const statements = [
      describes(compose, 'service:default/cart', {
        name: 'cart',
        confidence: 'inferred',
        properties: { type: 'job', title: 'cart' },
        labels: { tier: '2', zone: 'eu' },
      }),
      describes(catalogue, 'service:default/cart', {
        name: 'Cart',
        properties: { type: 'service' },
        labels: { tier: '1' },
        annotations: { docs: 'here' },
      }),
    ]
    expect(graphOf(statements).entity('service:default/cart')).toMatchObject({
      name: 'Cart',
      properties: { type: 'service', title: 'cart' },
      labels: { tier: '1', zone: 'eu' },
      annotations: { docs: 'here' },
      statements: [{ source: catalogue }, { source: compose }],
    })
    expect(graphOf(statements, { trust: [compose] }).entity('service:default/cart')).toMatchObject({
      name: 'cart',
      properties: { type: 'job' },
      statements: [{ source: compose }, { source: catalogue }],
    })
  })

  it('keeps a label of any name, also one that objects have of their own', () => {
    const odd = JSON.parse('{"__proto__": "a", "constructor": "b"}')
    const statements = [
      describes(catalogue, 'service:default/cart', { labels: odd }),
      describes(compose, 'service:default/cart', { labels: { tier: '1' } }),
    ]
    const { labels } = graphOf(statements).entity('service:default/cart')
    expect(Object.entries(labels).sort()).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['tier', '1'],
    ])
  })

  it('has a statement for each thing that one source says', () => {
    const { statements } = graphOf([
      describes(catalogue, 'service:default/eta', {
        file: 'old.yaml',
        properties: { lifecycle: 'deprecated' },
      }),
      describes(catalogue, 'service:default/eta', {
        file: 'eta.yaml',
        properties: { lifecycle: 'production' },
      }),
    ]).entity('service:default/eta')
    expect(statements.map(({ properties, evidence }) => [properties.lifecycle, evidence[0]?.file])).toEqual([
      ['production', 'eta.yaml'],
      ['deprecated', 'old.yaml'],
    ])
  })

  it('keeps a hundred places of each thing that a source says, and counts the rest with those only counted', () => {
    const at = (count: number, says: Parameters<typeof describes>[2]) =>
      Array.from({ length: count }, (_, index) =>
        describes(catalogue, 'service:default/hub', { ...says, file: `${100 + index}.yaml` }),
      )
    const { statements } = graphOf([
      ...at(120, { properties: { type: 'job' } }),
      ...at(3, { properties: { type: 'site' } }),
      ...at(1, { properties: { type: 'site' }, line: 2, more: 7 }),
    ]).entity('service:default/hub')
    expect(statements.map(({ evidence, moreEvidence }) => [evidence.length, moreEvidence])).toEqual([
      [100, 20],
      [4, 7],
    ])
    expect(statements[0]?.evidence.map(({ file }) => file)).toEqual(
      Array.from({ length: 100 }, (_, index) => `${100 + index}.yaml`),
    )
  })
})

describe('a relation', () => {
  const edge = 'service:default/a DEPENDS_ON service:default/b'
  const a = (source: string, file: string, says = {}) =>
    relates(source, 'service:default/a', [dependsOn('service:default/b', says)], file)

  it('has every place that says so as evidence, the surest first, two of one source too', () => {
    const { evidence } = graphOf([
      a(compose, 'compose.yaml', { confidence: 'inferred', reason: 'B_URL' }),
      a(catalogue, 'two.yaml'),
      a(catalogue, 'one.yaml', { firstSeen: '2026-01-01T00:00:00.000Z' }),
    ]).relation(edge)
    expect(evidence).toEqual([
      {
        source: catalogue,
        confidence: 'declared',
        file: 'one.yaml',
        line: 2,
        firstSeen: '2026-01-01T00:00:00.000Z',
      },
      { source: catalogue, confidence: 'declared', file: 'two.yaml', line: 2 },
      { source: compose, confidence: 'inferred', file: 'compose.yaml', line: 2, reason: 'B_URL' },
    ])
  })

  it('is said where it really stands', () => {
    const place = { file: 'shop.env', line: 7 }
    expect(graphOf([a(compose, 'compose.yaml', { place })]).relation(edge).evidence[0]).toMatchObject(place)
  })

  it('counts together what one line says but for count and times, and what is said twice once', () => {
    const seen = (line: number, count: number, first: string, last: string) =>
      a('acme/traffic', 'calls.json', {
        ...{ line, count, confidence: 'observed' },
        ...{ firstSeen: `2026-0${first}-01T00:00:00.000Z`, lastSeen: `2026-0${last}-01T00:00:00.000Z` },
      })
    const { evidence } = graphOf([seen(4, 5, '2', '3'), seen(4, 2, '1', '2'), seen(4, 5, '2', '3')]).relation(
      edge,
    )
    expect(evidence).toMatchObject([
      { line: 4, count: 7, firstSeen: '2026-01-01T00:00:00.000Z', lastSeen: '2026-03-01T00:00:00.000Z' },
    ])
    expect(evidence).toHaveLength(1)
  })

  it('has each line of a file as evidence', () => {
    const { evidence } = graphOf([
      a(catalogue, 'one.yaml', { line: 9 }),
      a(catalogue, 'one.yaml', { line: 4 }),
    ]).relation(edge)
    expect(evidence.map(({ line }) => line)).toEqual([4, 9])
  })

  it('keeps a hundred pieces of evidence and counts the rest, with those that an export only counted', () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      a(catalogue, `${index}.yaml`, index ? {} : { more: 7 }),
    )
    const { evidence, moreEvidence } = graphOf(many).relation(edge)
    expect([evidence.length, moreEvidence]).toEqual([100, 27])
  })

  it('has each property from the most trusted that gives it', () => {
    const { properties } = graphOf([
      a(compose, 'compose.yaml', { confidence: 'inferred', properties: { port: 80, role: 'x' } }),
      a(catalogue, 'one.yaml', { properties: { role: 'main' } }),
    ]).relation(edge)
    expect(properties).toEqual({ port: 80, role: 'main' })
  })

  it('is one whichever names its ends go by, and whichever end says so', () => {
    const { edges, relation } = graphOf([
      describes(catalogue, 'service:default/b', { sameAs: [alias('service:old/b')] }),
      a(catalogue, 'one.yaml'),
      relates(catalogue, 'service:default/a', [dependsOn('service:old/b')], 'two.yaml'),
      relates(
        compose,
        'service:old/b',
        [{ ...dependsOn('service:default/a'), direction: 'in' }],
        'three.yaml',
      ),
    ])
    expect(edges).toEqual([edge])
    expect(relation(edge).evidence).toHaveLength(3)
  })

  it('does not go from a thing to itself because two of its names became one', () => {
    const { edges } = graphOf([
      describes(catalogue, 'service:default/b', {
        sameAs: [alias('service:old/b')],
        relations: [dependsOn('service:old/b')],
      }),
    ])
    expect(edges).toEqual([])
  })

  it('goes from a thing to itself where a file says just that', () => {
    const { edges } = graphOf([
      describes(catalogue, 'service:default/b', { relations: [dependsOn('service:default/b')] }),
    ])
    expect(edges).toEqual(['service:default/b DEPENDS_ON service:default/b'])
  })

  it('never loses an end', () => {
    const { refs } = graphOf([
      describes(catalogue, 'service:default/b', {
        relations: [dependsOn(bare('service:default/x')), ownedBy('team:default/nobody')],
      }),
    ])
    expect(refs).toEqual(['service:default/b', 'service:default/x', 'team:default/nobody'])
  })
})
