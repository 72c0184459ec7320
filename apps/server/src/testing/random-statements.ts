import {
  confidences,
  type Description,
  type Kind,
  kindOfRef,
  type LocatedStatement,
  type Mention,
  type Ref,
  type RelationStatement,
  type Ruling,
  type Statement,
} from '@alidade/model'
import fc from 'fast-check'

// A small world, so that things meet often: few names in few namespaces, said by few sources.
const namespaces = ['default', 'shop', 'lake']
const names = ['cart', 'pay', 'redis']
const kinds = ['Service', 'Resource', 'Team', 'Api'] as const satisfies readonly Kind[]
const files = ['a.yaml', 'b/c.yaml']
const times = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z']
const sourceIds = ['acme/shop/backstage', 'acme/shop/compose', 'acme/lake/backstage', 'manual']

const entityRef = fc
  .tuple(fc.constantFrom(...kinds), fc.constantFrom(...namespaces), fc.constantFrom(...names))
  .map(([kind, namespace, name]) => `${kind.toLowerCase()}:${namespace}/${name}` as Ref)
const operation = fc
  .tuple(fc.constantFrom(...namespaces), fc.constantFrom(...names), fc.constantFrom('#GET / ', '#Query.a'))
  .map(([namespace, name, key]) => `api:${namespace}/${name}${key}` as Ref)
const anyRef = fc.oneof({ weight: 5, arbitrary: entityRef }, { weight: 1, arbitrary: operation })

const mention: fc.Arbitrary<Mention> = anyRef.chain((ref) => {
  const kind = kindOfRef(ref)
  const families: readonly (readonly Kind[])[] =
    kind === 'Service' || kind === 'Resource'
      ? [
          ['Service', 'Resource'],
          ['Service', 'Api'],
        ]
      : [[kind]]
  return fc
    .record({
      name: fc.constantFrom(ref.toUpperCase(), 'Name', ''),
      scope: fc.constantFrom('full', 'local', 'bare', 'bare'),
      kinds: fc.constantFrom(...families),
    })
    .map(({ name, scope, kinds }): Mention => ({ ref, name, scope, ...(scope === 'bare' && { kinds }) }))
})

const seen = {
  line: fc.integer({ min: 1, max: 3 }),
  confidence: fc.constantFrom(...confidences),
  firstSeen: fc.constantFrom(...times),
}

const relation = fc.record(
  {
    ...seen,
    type: fc.constantFrom('OWNS', 'DEPENDS_ON', 'CONSUMES'),
    direction: fc.constantFrom('out', 'in'),
    other: mention,
    place: fc.constant({ file: '.env', line: 7 }),
    reason: fc.constantFrom('CART_URL', 'PAY_URL'),
    count: fc.integer({ min: 1, max: 3 }),
    lastSeen: fc.constantFrom(...times),
    properties: fc.record({ role: fc.constantFrom('lead', 'member') }, { noNullPrototype: true }),
  },
  {
    requiredKeys: ['type', 'direction', 'other', 'line', 'confidence', 'firstSeen'],
    noNullPrototype: true,
  },
) as fc.Arbitrary<RelationStatement>

const words = (key: string) =>
  fc.dictionary(fc.constantFrom(key, '__proto__'), fc.constantFrom('a', 'b'), {
    maxKeys: 2,
    noNullPrototype: true,
  })

const description: fc.Arbitrary<Description> = fc.record({
  ...seen,
  properties: words('title'),
  labels: words('tier'),
  annotations: fc.constant({}),
  identities: fc.uniqueArray(fc.constantFrom('folder:acme/shop#cart', 'image:acme/pay'), { maxLength: 1 }),
  sameAs: fc.array(fc.record({ ref: anyRef, reason: fc.constant('annotation same-as') }), { maxLength: 1 }),
})

const statement: fc.Arbitrary<Statement> = fc
  .record({
    subject: mention,
    description: fc.option(description, { nil: undefined, freq: 2 }),
    relations: fc.array(relation, { maxLength: 3 }),
  })
  .map(({ description, ...it }) => (description ? { ...it, description } : it))

/** What some files say. */
export const randomStatements: fc.Arbitrary<readonly LocatedStatement[]> = fc.array(
  fc.record({ source: fc.constantFrom(...sourceIds), file: fc.constantFrom(...files), statement }),
  { maxLength: 14 },
)

/** What some people say of it. */
export const randomRulings: fc.Arbitrary<readonly Ruling[]> = fc.array(
  fc
    .record({
      id: fc.uuid(),
      says: fc.constantFrom('same', 'different'),
      a: entityRef,
      b: entityRef,
      by: fc.constantFrom('ann', 'ben'),
      at: fc.constantFrom(...times),
    })
    .filter(({ a, b }) => a !== b),
  { maxLength: 4 },
)
