import { describe, expect, it } from 'vitest'
import {
  alias,
  bare,
  dependsOn,
  describes,
  different,
  graphOf,
  ownedBy,
  relates,
  same,
} from './testing/say.ts'

const catalogue = 'acme/shop/backstage'
const compose = 'acme/shop/compose'
const elsewhere = 'acme/lake/compose'
const folder = ['folder:acme/shop#services/cart']

describe('one ref', () => {
  it('is one entity, whatever sources say it, with every place', () => {
    const { refs, entity } = graphOf([
      describes(catalogue, 'service:default/cart', { file: 'a.yaml' }),
      describes(catalogue, 'service:default/cart', { file: 'b.yaml' }),
      describes(elsewhere, 'service:default/cart', { file: 'c.yaml', properties: { type: 'job' } }),
    ])
    expect(refs).toEqual(['service:default/cart'])
    const { statements } = entity('service:default/cart')
    expect(statements.map(({ source, evidence }) => [source, evidence.map(({ file }) => file)])).toEqual([
      [elsewhere, ['c.yaml']],
      [catalogue, ['a.yaml', 'b.yaml']],
    ])
  })
})

describe('two refs are one thing', () => {
  it('when an annotation says so', () => {
    const { refs, entity } = graphOf([
      describes(catalogue, 'service:default/cart', {
        sameAs: [alias('service:old/basket')],
      }),
      describes(elsewhere, 'service:old/basket', { confidence: 'inferred' }),
    ])
    expect(refs).toEqual(['service:default/cart'])
    expect(entity('service:default/cart').aliases).toEqual([
      { ref: 'service:old/basket', reason: 'annotation alidade.dev/same-as' },
    ])
  })

  it('when a person says so, with who and why', () => {
    const { refs, entity } = graphOf(
      [describes(catalogue, 'team:default/payments'), describes('acme/org/directory', 'team:acme/pay')],
      { rulings: [same('team:default/payments', 'team:acme/pay', { why: 'renamed in May' })] },
    )
    expect(refs).toHaveLength(1)
    expect(entity('team:acme/pay').aliases).toEqual([
      { ref: 'team:default/payments', reason: 'ann says so: renamed in May' },
    ])
  })

  it('when a person says so of two that nothing describes', () => {
    const { refs, entity } = graphOf(
      [
        describes(catalogue, 'service:default/a', { relations: [ownedBy('team:default/pay')] }),
        describes(catalogue, 'service:default/b', {
          relations: [ownedBy('team:default/payments', { line: 9 })],
        }),
      ],
      { rulings: [same('team:default/payments', 'team:default/pay')] },
    )
    expect(refs.filter((ref) => ref.startsWith('team:'))).toEqual(['team:default/pay'])
    expect(entity('team:default/pay')).toMatchObject({
      unresolved: true,
      aliases: [{ ref: 'team:default/payments' }],
    })
    expect(entity('team:default/pay').mentions).toHaveLength(2)
  })

  it('when they are in the same folder of the same repository', () => {
    const { refs, entity } = graphOf([
      describes(catalogue, 'service:default/cart-api', { identities: folder }),
      describes(compose, 'service:shop/web-cart', { identities: folder, confidence: 'inferred' }),
    ])
    expect(refs).toEqual(['service:default/cart-api'])
    expect(entity('service:default/cart-api').aliases).toEqual([
      { ref: 'service:shop/web-cart', reason: 'same repository and folder (acme/shop, services/cart)' },
    ])
  })

  it('when the same image is built for them', () => {
    const { entity } = graphOf([
      describes(catalogue, 'service:default/cart', { identities: ['image:ghcr.io/acme/cart'] }),
      describes(elsewhere, 'service:lake/c', {
        identities: ['image:ghcr.io/acme/cart'],
        confidence: 'inferred',
      }),
    ])
    expect(entity('service:default/cart').aliases).toEqual([
      { ref: 'service:lake/c', reason: 'same image (ghcr.io/acme/cart)' },
    ])
  })

  it('when two readers of one repository each have the name once', () => {
    const { refs, entity } = graphOf([
      describes(catalogue, 'service:default/cart'),
      describes(compose, 'service:shop/cart', { confidence: 'inferred' }),
    ])
    expect(refs).toEqual(['service:default/cart'])
    expect(entity('service:default/cart').aliases).toEqual([
      { ref: 'service:shop/cart', reason: 'same name in acme/shop (backstage, compose)' },
    ])
  })

  it('so too where one reader knows as a Resource what the other has as a Service', () => {
    const { refs } = graphOf([
      describes('acme/shop/kubernetes', 'service:prod/orders-db'),
      describes(compose, 'resource:shop/orders-db'),
    ])
    expect(refs).toEqual(['resource:shop/orders-db'])
  })
})

describe('two refs stay two things', () => {
  it('when one source describes both, whatever they share; each is proposed to the other', () => {
    const { refs, entity } = graphOf([
      describes(catalogue, 'service:default/cart', { identities: folder }),
      describes(catalogue, 'service:default/cart-worker', { identities: folder }),
    ])
    expect(refs).toEqual(['service:default/cart', 'service:default/cart-worker'])
    expect(entity('service:default/cart').candidates).toEqual([
      {
        ref: 'service:default/cart-worker',
        reason: 'same repository and folder (acme/shop, services/cart)',
      },
    ])
  })

  it('when a third in that folder would make them one', () => {
    const { refs } = graphOf([
      describes(catalogue, 'service:default/cart', { identities: folder }),
      describes(catalogue, 'service:default/cart-worker', { identities: folder }),
      describes(compose, 'service:shop/c', { identities: folder }),
    ])
    expect(refs).toHaveLength(3)
  })

  it('when one reader of the repository has the name twice', () => {
    const { refs } = graphOf([
      describes(catalogue, 'service:default/cart'),
      describes(compose, 'service:shop/cart'),
      describes(compose, 'service:test/cart'),
    ])
    expect(refs).toHaveLength(3)
  })

  it('when only the name is the same, in two repositories: that proposes them', () => {
    const { refs, entity } = graphOf([
      describes(catalogue, 'service:default/cart'),
      describes(elsewhere, 'service:lake/cart'),
    ])
    expect(refs).toHaveLength(2)
    expect(entity('service:lake/cart').candidates).toEqual([
      { ref: 'service:default/cart', reason: 'same name' },
    ])
  })

  it('when a person says that they are different, whatever joins them, an annotation included', () => {
    const { refs } = graphOf(
      [
        describes(catalogue, 'service:default/cart', { identities: folder }),
        describes(compose, 'service:shop/cart', {
          identities: folder,
          sameAs: [alias('service:default/cart')],
        }),
      ],
      { rulings: [different('service:default/cart', 'service:shop/cart')] },
    )
    expect(refs).toHaveLength(2)
  })

  it('when a later ruling takes back an earlier one', () => {
    const statements = [describes(catalogue, 'service:default/a'), describes(catalogue, 'service:default/b')]
    const [early, late] = [{ at: '2026-01-01T00:00:00.000Z' }, { at: '2026-02-01T00:00:00.000Z' }]
    const [a, b] = ['service:default/a', 'service:default/b'] as const
    expect(graphOf(statements, { rulings: [same(a, b, early), different(a, b, late)] }).refs).toHaveLength(2)
    expect(graphOf(statements, { rulings: [same(a, b, late), different(a, b, early)] }).refs).toHaveLength(1)
  })

  it('when redis is in two projects', () => {
    const { refs } = graphOf([
      describes(compose, 'resource:shop/redis'),
      describes(elsewhere, 'resource:lake/redis'),
      relates(compose, 'service:shop/web', [dependsOn(bare('resource:shop/redis'))]),
    ])
    expect(refs).toEqual(['resource:lake/redis', 'resource:shop/redis', 'service:shop/web'])
  })
})

describe('the ref that stands', () => {
  const two = [
    describes(catalogue, 'service:default/cart', { identities: folder }),
    describes(compose, 'service:shop/c', { identities: folder, confidence: 'contract' }),
  ]

  it('is that of the surest description', () => {
    expect(graphOf(two).refs).toEqual(['service:shop/c'])
  })

  it('is that of the source which people trust more', () => {
    expect(graphOf(two, { trust: ['acme/shop/backstage'] }).refs).toEqual(['service:default/cart'])
    expect(graphOf(two, { trust: ['acme/shop/b*'] }).refs).toEqual(['service:default/cart'])
  })

  it('is what people state before all', () => {
    const stated = describes('manual', 'service:default/basket', {
      identities: folder,
      confidence: 'inferred',
    })
    expect(graphOf([...two, stated], { trust: [compose] }).refs).toEqual(['service:default/basket'])
  })
})

describe('operations and versions', () => {
  it('follow their API, by its other names too', () => {
    const { edges, entity } = graphOf([
      describes(catalogue, 'api:default/shop', {
        sameAs: [alias('api:old/store')],
      }),
      describes(catalogue, 'api:default/shop#GET /users/{id}'),
      relates(elsewhere, 'service:lake/a', [
        { ...dependsOn('api:old/store#GET /users/{id}'), type: 'CONSUMES' },
      ]),
      relates(elsewhere, 'service:lake/a', [
        { ...dependsOn('api:old/store@0123456789ab'), type: 'CONSUMES' },
      ]),
    ])
    expect(edges).toEqual([
      'service:lake/a CONSUMES api:default/shop#GET /users/{id}',
      'service:lake/a CONSUMES api:default/shop@0123456789ab',
    ])
    expect(entity('api:default/shop#GET /users/{id}').aliases).toEqual([
      { ref: 'api:old/store#GET /users/{id}', reason: 'annotation alidade.dev/same-as' },
    ])
    expect(entity('api:default/shop@0123456789ab').unresolved).toBe(true)
  })
})
