import {
  type Confidence,
  confidences,
  type Description,
  type Kind,
  kindOfRef,
  type LocatedStatement,
  type Mention,
  type Ref,
  type RelationStatement,
  type Ruling,
  type Settled,
  type Statement,
} from '@alidade/model'
import * as fc from 'fast-check'
import { ownRefs } from '../names.ts'

// A small world, so that things meet often: few names in few namespaces, said by few sources.
const namespaces = ['default', 'shop', 'lake']
const names = ['cart', 'pay', 'redis', 'x']
const kinds = ['Service', 'Resource', 'Team', 'Api'] as const satisfies readonly Kind[]
const sources = [
  'acme/shop/backstage',
  'acme/shop/compose',
  'acme/lake/backstage',
  'acme/lake/compose',
  'manual',
]
const files = ['a.yaml', 'b.yaml']
const identities = ['folder:acme/shop#cart', 'folder:acme/lake#.', 'image:acme/pay']

const entityRef = fc
  .tuple(fc.constantFrom(...kinds), fc.constantFrom(...namespaces), fc.constantFrom(...names))
  .map(([kind, namespace, name]) => `${kind.toLowerCase()}:${namespace}/${name}` as Ref)

const operation = fc
  .tuple(fc.constantFrom(...namespaces), fc.constantFrom(...names), fc.constantFrom('#GET /', '#Query.a'))
  .map(([namespace, name, key]) => `api:${namespace}/${name}${key}` as Ref)

const anyRef = fc.oneof({ weight: 5, arbitrary: entityRef }, { weight: 1, arbitrary: operation })

const mention: fc.Arbitrary<Mention> = anyRef.chain((ref) => {
  const name = fc.constantFrom(ref, ref.toUpperCase())
  const whole = fc.record({ ref: fc.constant(ref), name, scope: fc.constantFrom('full', 'local') })
  const families: readonly (readonly Kind[])[] =
    kindOfRef(ref) === 'Service' || kindOfRef(ref) === 'Resource'
      ? [['Service', 'Resource'], ['Service'], ['Service', 'Api']]
      : [[kindOfRef(ref)]]
  const bare = fc.record({
    ref: fc.constant(ref),
    name,
    scope: fc.constant('bare'),
    kinds: fc.constantFrom(...families),
  })
  return fc.oneof(whole, bare) as fc.Arbitrary<Mention>
})

const time = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z')
const confidence: fc.Arbitrary<Confidence> = fc.constantFrom(...confidences)
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

const relation = fc
  .record({
    type: fc.constantFrom('OWNS', 'DEPENDS_ON', 'CONSUMES'),
    direction: fc.constantFrom('out', 'in'),
    other: mention,
    line: fc.integer({ min: 1, max: 4 }),
    place: optional(fc.constant({ file: '.env', line: 7 })),
    confidence,
    reason: optional(fc.constantFrom('CART_URL', 'PAY_URL')),
    count: optional(fc.integer({ min: 1, max: 3 })),
    firstSeen: optional(time),
    lastSeen: optional(time),
    properties: optional(fc.record({ role: fc.constantFrom('lead', 'member') })),
  })
  .map((it) => given(it) as unknown as RelationStatement)

const description: fc.Arbitrary<Description> = fc
  .record({
    properties: fc.dictionary(fc.constantFrom('title', 'type'), fc.constantFrom('a', 'b'), { maxKeys: 2 }),
    labels: fc.dictionary(fc.constantFrom('tier'), fc.constantFrom('1', '2'), { maxKeys: 1 }),
    annotations: fc.constant({}),
    line: fc.integer({ min: 1, max: 4 }),
    confidence,
    firstSeen: optional(time),
    identities: fc.uniqueArray(fc.constantFrom(...identities), { maxLength: 1 }),
    sameAs: fc.array(fc.record({ ref: entityRef, reason: fc.constant('annotation same-as') }), {
      maxLength: 1,
    }),
  })
  .map(
    (it) =>
      given({ ...it, properties: { ...it.properties }, labels: { ...it.labels } }) as unknown as Description,
  )

const settled: fc.Arbitrary<Settled> = fc
  .record({
    aliases: fc.array(fc.record({ ref: entityRef, reason: fc.constantFrom('same name', 'ann says so') }), {
      maxLength: 2,
    }),
    mention: optional(
      fc
        .record({
          line: fc.integer({ min: 1, max: 4 }),
          confidence,
          firstSeen: optional(time),
          count: optional(fc.constant(2)),
          more: optional(fc.constant(3)),
        })
        .map((it) => given(it) as NonNullable<Settled['mention']>),
    ),
  })
  .map((it) => given(it) as unknown as Settled)

const statement: fc.Arbitrary<Statement> = fc
  .record({
    subject: mention,
    description: fc.option(description, { nil: undefined, freq: 4 }),
    relations: fc.array(relation, { maxLength: 3 }),
    settled: fc.option(settled, { nil: undefined, freq: 2 }),
  })
  .map((it) => given(it.settled ? { ...it, subject: asWhole(it.subject) } : it) as unknown as Statement)

/** An export names everything by its whole ref. */
function asWhole({ ref, name }: Mention): Mention {
  return { ref, name, scope: 'full' }
}

function given(it: object): object {
  return Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined))
}

/** What some files say. */
const located: fc.Arbitrary<LocatedStatement> = fc.record({
  source: fc.constantFrom(...sources),
  file: fc.constantFrom(...files),
  statement,
})

export const locatedMany = fc.array(located, { maxLength: 14 })

export const ruling: fc.Arbitrary<Ruling> = fc
  .record({
    id: fc.uuid(),
    says: fc.constantFrom('same', 'different'),
    a: entityRef,
    b: entityRef,
    by: fc.constantFrom('ann', 'ben'),
    at: time,
  })
  .filter(({ a, b }) => a !== b)

/** One that speaks of what the statements speak of. */
export function rulingAbout(statements: readonly LocatedStatement[]): fc.Arbitrary<Ruling> {
  const refs = [
    ...new Set(
      statements.flatMap(({ statement: { subject, relations } }) =>
        [subject, ...relations.map(({ other }) => other)].flatMap(ownRefs),
      ),
    ),
  ].filter((ref) => !/[#@]/.test(ref))
  if (refs.length < 2) return ruling
  const two = fc.uniqueArray(fc.constantFrom(...refs), { minLength: 2, maxLength: 2 })
  return fc.tuple(ruling, two).map(([it, [a = it.a, b = it.b]]) => ({ ...it, a, b }))
}
