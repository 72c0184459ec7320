import { createHash } from 'node:crypto'
import type { Entity, ReadingKey, Ref, Relation, RelationKey } from '@alidade/model'
import fc from 'fast-check'
import type { Commit, Content } from '../graph-store.ts'
import {
  anyEntity,
  anyJson,
  anyReading,
  anyRelation,
  anySource,
  files,
  refs,
  sourceIds,
  types,
} from './random-facts.ts'

/** What a history does next. A commit is made only when its turn comes, for the graph as it is then. */
export type Step =
  | { readonly does: 'commit'; readonly plan: Plan }
  /** Sends an earlier commit again: the one at this place, counted round. */
  | { readonly does: 'repeat'; readonly which: number }
  | {
      readonly does: 'acquire'
      readonly name: string
      readonly holder: string
      readonly milliseconds: number
    }
  | { readonly does: 'release'; readonly name: string; readonly holder: string }
  | { readonly does: 'wait'; readonly milliseconds: number }

/** What a commit is made of. */
export interface Plan {
  readonly entities: readonly Wish<Ref, Entity>[]
  readonly relations: readonly Wish<RelationKey, Relation>[]
  /** Whether what the facts need is looked after: no relation without ends, no entity that goes before its relations. */
  readonly orderly: boolean
  /** How far the revision it expects is from the one that there is. */
  readonly expects?: number
  /** Everything else of the commit. */
  readonly rest: Omit<Commit, 'id' | 'delta' | 'expectedRevision'>
}

/** A fact as it should be afterwards; undefined: gone. */
export interface Wish<Key, Fact> {
  readonly key: Key
  readonly after: Fact | undefined
  /** Whether the commit takes for there what is not, or the reverse; it is refused then. */
  readonly mistaken: boolean
}

export const streams = ['runs', 'rulings']
const leases = ['import', 'other']
const holders = ['ada', 'grace']
export const contents: readonly Content[] = ['', 'openapi: 3.1.0\n', 'Ä 💶 \u0000\r\n'].map((text) => ({
  hash: createHash('sha256').update(text).digest('hex'),
  text,
}))

// From the first to the third it is just as long as the log is kept; at the last it has forgotten the first two.
const instants = [
  '2026-01-01T00:00:00.000Z',
  '2026-01-02T00:00:00.000Z',
  '2026-06-30T00:00:00.000Z',
  '2026-09-01T00:00:00.000Z',
]

// The plain case first, since that is what a failing history is shrunk to.
const seldom = fc.integer({ min: 0, max: 39 }).map((n) => n === 39)
const mostly = seldom.map((no) => !no)

const entityWish: fc.Arbitrary<Wish<Ref, Entity>> = fc
  .tuple(fc.constantFrom(...refs), fc.option(anyEntity, { freq: 4, nil: undefined }), seldom)
  .map(([key, make, mistaken]) => ({ key, after: make?.(key), mistaken }))

const relationWish: fc.Arbitrary<Wish<RelationKey, Relation>> = fc
  .tuple(
    fc.record({
      from: fc.constantFrom(...refs),
      type: fc.constantFrom(...types),
      to: fc.constantFrom(...refs),
    }),
    fc.option(anyRelation, { freq: 4, nil: undefined }),
    seldom,
  )
  .map(([key, make, mistaken]) => ({ key, after: make?.(key.from, key.type, key.to), mistaken }))

const readingKey: fc.Arbitrary<ReadingKey> = fc.record({
  source: fc.constantFrom(...sourceIds),
  file: fc.constantFrom(...files),
})

const nameOfReading = ({ source, file }: ReadingKey) => `${source}\n${file}`

/** Each is put or removed, none is both. */
const readings = fc
  .uniqueArray(fc.tuple(readingKey, fc.option(anyReading, { freq: 3, nil: undefined })), {
    maxLength: 4,
    selector: ([key]) => nameOfReading(key),
  })
  .map((said) => ({
    put: said.flatMap(([key, reading]) => (reading ? [{ ...key, ...reading }] : [])),
    remove: said.flatMap(([key, reading]) => (reading ? [] : [key])),
  }))

const sources = fc
  .uniqueArray(fc.tuple(anySource, mostly), { maxLength: 3, selector: ([{ id }]) => id })
  .map((said) => ({
    put: said.flatMap(([source, stays]) => (stays ? [source] : [])),
    remove: said.flatMap(([source, stays]) => (stays ? [] : [source.id])),
  }))

const rest: fc.Arbitrary<Plan['rest']> = fc.record(
  {
    actor: fc.constantFrom(...holders),
    at: fc.constantFrom(...instants),
    readings,
    sources,
    contents: fc.subarray([...contents]),
    records: fc.array(fc.record({ stream: fc.constantFrom(...streams), value: anyJson }), { maxLength: 3 }),
  },
  { requiredKeys: ['actor', 'at'], noNullPrototype: true },
)

const lease = fc.record({ name: fc.constantFrom(...leases), holder: fc.constantFrom(...holders) })

const plan = planOf(fc.uniqueArray(entityWish, { maxLength: 5, selector: ({ key }) => key }))

function planOf(entities: fc.Arbitrary<Plan['entities']>): fc.Arbitrary<Plan> {
  return fc
    .record({
      entities,
      relations: fc.uniqueArray(relationWish, {
        maxLength: 12,
        size: 'max',
        selector: ({ key }) => `${key.from} ${key.type} ${key.to}`,
      }),
      orderly: mostly,
      expects: fc.constantFrom(...Array.from({ length: 15 }, () => undefined), 0, 0, 0, 0, 1),
      rest,
      lease: fc.option(lease, { freq: 1, nil: undefined }),
    })
    .map(({ expects, lease, rest, ...plan }) => ({
      ...plan,
      ...(expects === undefined ? {} : { expects }),
      rest: lease && expects === 0 ? { ...rest, lease } : rest,
    }))
}

/** An organisation to begin with, since most of what can go wrong needs something that is there. */
const beginning = planOf(
  fc
    .tuple(...refs.map((key) => fc.option(anyEntity, { freq: 4, nil: undefined }).map((make) => make?.(key))))
    .map((entities) =>
      entities.flatMap((after) => (after ? [{ key: after.ref, after, mistaken: false }] : [])),
    ),
)

const milliseconds = fc.constantFrom(1, 1_000, 60_000)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: plan.map((plan) => ({ does: 'commit' as const, plan })) },
  { weight: 1, arbitrary: fc.nat({ max: 9 }).map((which) => ({ does: 'repeat' as const, which })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(lease, milliseconds)
      .map(([lease, milliseconds]) => ({ does: 'acquire' as const, ...lease, milliseconds })),
  },
  { weight: 1, arbitrary: lease.map((lease) => ({ does: 'release' as const, ...lease })) },
  { weight: 1, arbitrary: milliseconds.map((milliseconds) => ({ does: 'wait' as const, milliseconds })) },
)

/** Some steps, one after the other; most begin with an organisation. */
export const anySteps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.option(beginning, { freq: 9, nil: undefined }), fc.array(step, { maxLength: 12, size: 'max' }))
  .map(([plan, steps]) => (plan ? [{ does: 'commit', plan }, ...steps] : steps))
