import {
  confidences,
  type Entity,
  type Evidence,
  type Json,
  kinds,
  operationRef,
  type Reading,
  type Ref,
  type Relation,
  type RelationType,
  type Source,
} from '@alidade/model'
import fc from 'fast-check'
import { entity, relation, service, statement, team } from './sample-facts.ts'

// Few names, so that what a history does happens to the same things again and again; any text in what they say.

const api = 'api:default/shop' as Ref

export const refs: readonly Ref[] = [
  service('cart'),
  service('pay'),
  service('shop/cart'),
  team('shop'),
  operationRef(api, 'GET /users/{id}'),
  operationRef(api, 'GET /Users'),
]
export const types: readonly RelationType[] = ['OWNS', 'DEPENDS_ON', 'RELATES_TO']
export const sourceIds = ['acme/shop/backstage', 'acme/shop-2/compose', 'manual']
// By code point, the first of the last two comes last; by UTF-16 unit, the other one does.
export const files = ['catalog-info.yaml', 'a/b.yaml', 'ä 💶.yaml', 'ä \uffe5.yaml']
export const keys = ['of:cart', 'of:pay', 'name:cart', 'a key with "quotes"\n']

/** Any text that UTF-8 can hold. */
const text = fc.string({ unit: 'binary', maxLength: 8 })

/** Any JSON as it comes out of a file, so without -0 and the like. */
const json = fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value)))
const key = fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: fc.constant('__proto__') })
const properties = dictionary(json)
const said = fc.record({ properties, labels: dictionary(text), annotations: dictionary(text) })

/** As JSON gives it, where `__proto__` is a property like any other. */
function dictionary<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Readonly<Record<string, Value>>> {
  return fc.array(fc.tuple(key, values), { maxLength: 3 }).map((entries) => Object.fromEntries(entries))
}

const evidence: fc.Arbitrary<Evidence> = fc.record(
  {
    source: fc.constantFrom(...sourceIds),
    confidence: fc.constantFrom(...confidences),
    file: fc.constantFrom(...files),
    line: fc.integer({ min: 1, max: 3 }),
    reason: text,
    environment: text,
    firstSeen: fc.constant('2026-11-20T00:00:00.000Z'),
    count: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    lastSeen: fc.constant('2026-11-20T00:00:00.000Z'),
    by: text,
  },
  { requiredKeys: ['source', 'confidence', 'file', 'line'], noNullPrototype: true },
)
const places = fc.array(evidence, { minLength: 1, maxLength: 3 })
const other = fc.record({ ref: fc.constantFrom(...refs), reason: text })

/** An entity of any content, under the ref that it is asked for. */
export const anyEntity: fc.Arbitrary<(ref: Ref) => Entity> = fc
  .tuple(
    said,
    fc.record({
      kind: fc.constantFrom(...kinds),
      name: text,
      unresolved: fc.boolean(),
      aliases: fc.array(other, { maxLength: 2 }),
      candidates: fc.array(other, { maxLength: 2 }),
      statements: fc.array(
        fc
          .tuple(said, fc.constantFrom(...sourceIds), places, fc.nat())
          .map(([said, source, evidence, moreEvidence]) => ({ source, ...said, evidence, moreEvidence })),
        { maxLength: 2 },
      ),
      mentions: fc.array(evidence, { maxLength: 2 }),
      moreMentions: fc.nat(),
    }),
  )
  .map(
    ([said, rest]) =>
      (ref) =>
        entity(ref, { ...said, ...rest }),
  )

/** A relation of any content, between the ends that it is asked for. */
export const anyRelation: fc.Arbitrary<(from: Ref, type: RelationType, to: Ref) => Relation> = fc
  .record({ properties, evidence: places, moreEvidence: fc.nat() })
  .map((content) => (from, type, to) => relation(from, type, to, content))

/** A reading of any content, without its name. */
export const anyReading: fc.Arbitrary<Omit<Reading, 'source' | 'file'> & { keys: readonly string[][] }> = fc
  .tuple(
    fc.record(
      {
        hash: fc.constantFrom('0'.repeat(64), 'f'.repeat(64)),
        includes: fc.array(fc.record({ path: text, hash: fc.constantFrom('a'.repeat(64), null) }), {
          maxLength: 1,
        }),
        problems: fc.array(
          fc.record({
            code: text,
            severity: fc.constantFrom('error', 'warning'),
            message: text,
            file: text,
            line: fc.nat(),
          }),
          { maxLength: 1 },
        ),
        stale: fc.record({ since: fc.constant('2026-11-20T00:00:00.000Z'), reason: text }),
      },
      { requiredKeys: ['hash', 'includes', 'problems'], noNullPrototype: true },
    ),
    fc.array(fc.tuple(fc.constantFrom(...refs), fc.array(fc.constantFrom(...keys), { maxLength: 3 })), {
      maxLength: 3,
    }),
  )
  .map(([head, said]) => ({
    ...head,
    statements: said.map(([subject]) => statement(subject)),
    keys: said.map(([, keys]) => keys),
  }))

export const anySource: fc.Arbitrary<Source> = fc.record(
  {
    id: fc.constantFrom(...sourceIds),
    repository: text,
    reader: text,
    origin: text,
    commit: text,
    lastRead: fc.constantFrom('2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'),
    unfinished: fc.boolean(),
  },
  { requiredKeys: ['id', 'repository', 'reader', 'lastRead'], noNullPrototype: true },
)

export { json as anyJson }
