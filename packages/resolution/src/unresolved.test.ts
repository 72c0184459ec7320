import { describe, expect, it } from 'vitest'
import {
  bare,
  dependsOn,
  describes,
  different,
  full,
  graphOf,
  ownedBy,
  relates,
  same,
} from './testing/say.ts'

const shop = 'acme/shop/compose'
const lake = 'acme/lake/compose'
const catalogue = 'acme/catalogue/backstage'
const web = (other: ReturnType<typeof bare>) =>
  describes(shop, 'service:shop/web', { relations: [dependsOn(other)] })

describe('a whole ref that nothing describes', () => {
  const owned = (name: string, line: number) =>
    describes(catalogue, `service:default/${name}`, {
      relations: [ownedBy('team:default/Payments', { line })],
    })

  it('is an unresolved entity with every place that names it, each line its own', () => {
    const { entity, edges } = graphOf([owned('a', 4), owned('b', 9), owned('c', 2)])
    const team = entity('team:default/payments')
    expect(team).toMatchObject({ kind: 'Team', unresolved: true, statements: [], moreMentions: 0 })
    expect(team.mentions.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'catalog-info.yaml:2',
      'catalog-info.yaml:4',
      'catalog-info.yaml:9',
    ])
    expect(edges).toContain('team:default/payments OWNS service:default/a')
  })

  it('keeps a hundred of the places and counts the rest', () => {
    const many = Array.from({ length: 130 }, (_, line) => owned(`s${line}`, line + 1))
    const { mentions, moreMentions } = graphOf(many).entity('team:default/payments')
    expect([mentions.length, moreMentions]).toEqual([100, 30])
  })

  it('is never taken for another by name: likely matches are proposed', () => {
    const { entity } = graphOf([owned('a', 1), describes('acme/org/directory', 'team:acme/payments')])
    expect(entity('team:default/payments')).toMatchObject({
      unresolved: true,
      candidates: [{ ref: 'team:acme/payments', reason: 'same name' }],
    })
  })

  it('proposes nothing that a person ruled out', () => {
    const { entity } = graphOf([owned('a', 1), describes('acme/org/directory', 'team:acme/payments')], {
      rulings: [different('team:acme/payments', 'team:default/payments')],
    })
    expect(entity('team:default/payments').candidates).toEqual([])
  })

  it('heals when something describes it', () => {
    const described = describes(catalogue, 'team:default/payments')
    expect(graphOf([owned('a', 1), described]).entity('team:default/payments')).toMatchObject({
      unresolved: false,
      mentions: [],
    })
  })
})

describe('a bare name', () => {
  it('is what its own project defines under it', () => {
    const statements = [
      web(bare('service:shop/orders')),
      describes(shop, 'service:shop/orders'),
      describes(lake, 'service:lake/orders'),
    ]
    expect(graphOf(statements).edges).toEqual(['service:shop/web DEPENDS_ON service:shop/orders'])
  })

  it('is what its own project defines, whichever of its kinds that is', () => {
    const statements = [web(bare('service:shop/orders')), describes(shop, 'resource:shop/orders')]
    expect(graphOf(statements).edges).toEqual(['service:shop/web DEPENDS_ON resource:shop/orders'])
  })

  it('is what its own project defines without describing it', () => {
    const statements = [
      web(bare('service:shop/orders')),
      relates(shop, 'service:shop/job', [dependsOn({ ...full('service:shop/orders'), scope: 'local' })]),
      describes(lake, 'service:lake/orders'),
    ]
    expect(graphOf(statements).edges).toEqual([
      'service:shop/job DEPENDS_ON service:shop/orders',
      'service:shop/web DEPENDS_ON service:shop/orders',
    ])
  })

  it('else is the one thing of the whole graph with the name, which says why the name means it', () => {
    const { edges, refs, entity } = graphOf([
      web(bare('service:shop/orders')),
      describes(lake, 'service:lake/orders'),
    ])
    expect(edges).toEqual(['service:shop/web DEPENDS_ON service:lake/orders'])
    expect(refs).toEqual(['service:lake/orders', 'service:shop/web'])
    expect(entity('service:lake/orders').aliases).toEqual([
      { ref: 'service:shop/orders', reason: 'the only one with this name' },
    ])
  })

  it('finds a thing by each name that joined it', () => {
    const statements = [
      web(bare('service:shop/flags')),
      describes(lake, 'service:lake/flags', { identities: ['image:flags'], confidence: 'inferred' }),
      describes(catalogue, 'service:default/feature-flags', { identities: ['image:flags'] }),
    ]
    expect(graphOf(statements).edges).toEqual(['service:shop/web DEPENDS_ON service:default/feature-flags'])
  })

  it.each([
    ['two things have it', 'orders', ['service:lake/orders', 'service:default/orders']],
    ['it is generic', 'redis', ['resource:lake/redis']],
  ])('stays unresolved with its candidates when %s', (_, name, others) => {
    const { entity, edges } = graphOf([
      web(bare(`service:shop/${name}`)),
      ...others.map((ref, index) => describes(`acme/${index}/compose`, ref)),
    ])
    expect(edges).toEqual([`service:shop/web DEPENDS_ON service:shop/${name}`])
    expect(entity(`service:shop/${name}`)).toMatchObject({ unresolved: true })
    expect(entity(`service:shop/${name}`).candidates.map(({ ref }) => ref)).toEqual([...others].sort())
  })

  it('is of the kinds that it may be', () => {
    const statements = [
      web(bare('service:shop/orders', ['Service'])),
      describes(lake, 'resource:lake/orders'),
    ]
    expect(graphOf(statements).edges).toEqual(['service:shop/web DEPENDS_ON service:shop/orders'])
  })

  it('is not what a person says it is not', () => {
    const statements = [web(bare('service:shop/orders')), describes(lake, 'service:lake/orders')]
    const { edges } = graphOf(statements, {
      rulings: [different('service:shop/orders', 'service:lake/orders')],
    })
    expect(edges).toEqual(['service:shop/web DEPENDS_ON service:shop/orders'])
  })

  it('is what a person says it is', () => {
    const statements = [
      web(bare('service:shop/redis')),
      describes(lake, 'resource:lake/redis'),
      describes(catalogue, 'resource:default/redis'),
    ]
    const { edges } = graphOf(statements, { rulings: [same('service:shop/redis', 'resource:default/redis')] })
    expect(edges).toEqual(['service:shop/web DEPENDS_ON resource:default/redis'])
  })
})
