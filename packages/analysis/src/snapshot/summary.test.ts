import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyBrokenGraph, everything } from '../testing/arbitrary-graph.ts'
import { entity, graph, ref, relation, snapshotOf } from '../testing/facts.ts'
import { compare, naiveHeads, typePlace } from '../testing/naive-graph.ts'
import { relationsAt, resolveRef, summaryOf } from './summary.ts'

describe('a ref', () => {
  const snapshot = snapshotOf(
    graph(
      ['service:cart CONSUMES api:shop#GET /a'],
      [
        entity('service:cart', { aliases: ['service:compose/cart', 'service:taken'] }),
        entity('service:taken'),
        entity('service:b', { aliases: ['service:two'] }),
        entity('service:a', { aliases: ['service:two'] }),
        entity('api:shop', { aliases: ['api:old/shop'] }),
      ],
    ),
  )
  const meaning = (text: string) => resolveRef(snapshot, ref(text))

  it.each([
    ['service:cart', 'service:default/cart', 'means the entity that has it'],
    ['service:compose/cart', 'service:default/cart', 'means the entity whose alias it is'],
    [
      'service:taken',
      'service:default/taken',
      'means an entity that has it rather than one whose alias it is',
    ],
    ['service:two', 'service:default/a', 'means the first by ref of two whose alias it is'],
    ['api:old/shop#GET /a', 'api:default/shop#GET /a', 'of an operation goes by the alias of its API'],
  ])('%s is %s: %s', (text, meant) => {
    expect(meaning(text)).toBe(meant)
    expect(summaryOf(snapshot, ref(text))?.ref).toBe(meant)
  })

  it.each(['service:nobody', 'api:old/shop#GET /other', 'api:none#GET /a'])('%s means nothing', (text) => {
    expect(meaning(text)).toBeUndefined()
    expect(summaryOf(snapshot, ref(text))).toBeUndefined()
  })
})

describe('a summary', () => {
  it('tells what lists and maps need', () => {
    const snapshot = snapshotOf(
      graph(
        [
          'team:pay OWNS service:pay',
          'person:ann OWNS service:pay',
          'team:pay OWNS system:shop',
          'service:pay PART_OF system:shop',
          'system:shop PART_OF domain:sales',
          relation('service:cart DEPENDS_ON service:pay', 'observed'),
          relation('service:pay DEPENDS_ON resource:db', 'inferred'),
        ],
        [
          entity('service:pay', {
            name: 'Pay',
            aliases: ['service:old/pay'],
            differs: true,
            properties: { title: 'Payments', lifecycle: 'Production', type: 'Website', tags: ['pci', 'go'] },
          }),
        ],
      ),
    )
    expect(summaryOf(snapshot, ref('service:pay'))).toEqual({
      ref: 'service:default/pay',
      kind: 'Service',
      name: 'Pay',
      title: 'Payments',
      exists: true,
      unresolved: false,
      differs: true,
      namespace: 'default',
      lifecycle: 'production',
      type: 'website',
      tags: ['pci', 'go'],
      aliases: ['service:old/pay'],
      owners: ['person:default/ann', 'team:default/pay'],
      system: 'system:default/shop',
      domain: 'domain:default/sales',
      callers: 1,
      callees: 1,
      confidence: 'observed',
    })
  })

  it('has the nearest system, however deep, and of two as near the first by ref', () => {
    const snapshot = snapshotOf(
      graph([
        'service:part PART_OF service:whole',
        'service:whole PART_OF system:b',
        'service:whole PART_OF system:a',
        'system:a PART_OF system:a',
        'service:round PART_OF service:about',
        'service:about PART_OF service:round',
      ]),
    )
    expect(summaryOf(snapshot, ref('service:part'))?.system).toBe('system:default/a')
    expect(summaryOf(snapshot, ref('service:round'))?.system).toBeNull()
  })

  it('owns nothing to what is part of an owned thing', () => {
    const snapshot = snapshotOf(graph(['team:pay OWNS system:shop', 'service:pay PART_OF system:shop']))
    expect(summaryOf(snapshot, ref('service:pay'))?.owners).toEqual([])
  })
})

describe('the relations at an entity', () => {
  it('are all there are, in their order, each once', () => {
    const directions = ['in', 'out', 'both'] as const
    fc.assert(
      fc.property(anyBrokenGraph, (its) => {
        const snapshot = snapshotOf(its)
        for (const at of everything) {
          for (const direction of directions) {
            const told = its.relations.filter(
              ({ from, to }) => (direction !== 'in' && from === at) || (direction !== 'out' && to === at),
            )
            const found = relationsAt(snapshot, at, { direction, first: 1_000 })
            expect(found.total).toBe(told.length)
            expect(naiveHeads(told)).toEqual(
              expect.arrayContaining(found.relations.map((head) => expect.objectContaining(head))),
            )
            const places = found.relations.map((head) => [
              typePlace(head),
              head.from === at ? head.to : head.from,
            ])
            expect(places).toEqual(
              [...places].sort(([a, b], [c, d]) => Number(a) - Number(c) || compare(String(b), String(d))),
            )
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  it('come a page at a time, of the types that are asked for', () => {
    const snapshot = snapshotOf(
      graph(['team:pay OWNS service:a', 'team:pay OWNS service:b', 'person:ann MEMBER_OF team:pay']),
    )
    const owned = relationsAt(snapshot, ref('team:pay'), {
      direction: 'both',
      types: ['OWNS'],
      first: 1,
      offset: 1,
    })
    expect(owned.total).toBe(2)
    expect(owned.relations.map((head) => head.to)).toEqual(['service:default/b'])
  })

  it('are none at what there is nothing of', () => {
    expect(relationsAt(snapshotOf(graph([])), ref('team:no'), { direction: 'both', first: 9 })).toEqual({
      total: 0,
      relations: [],
    })
  })
})
