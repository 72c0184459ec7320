import { confidences } from '@alidade/model'
import fc from 'fast-check'
import type { Where } from '../questions.ts'
import { apis, everything, groups, services, teams } from './arbitrary-graph.ts'

const some = <const Value>(...values: readonly Value[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })

const pairs = (key: string) =>
  fc.array(
    fc.oneof(
      fc.constantFrom({ key }, { key: 'none' }),
      some('1', '2').map((values) => ({ key, values })),
    ),
    { minLength: 1, maxLength: 2 },
  )

const flat = fc.record(
  {
    kinds: some('Team', 'Service', 'Api', 'Operation', 'System'),
    refs: some(...everything),
    namespaces: some('default', 'other'),
    owners: some(...teams, null, ...services.slice(0, 1)),
    systems: some(...groups, null),
    domains: some(...groups, null),
    lifecycles: some('PRODUCTION', 'experimental', 'none', null),
    types: some('Service', 'website', null),
    tags: some('java', 'go', 'no'),
    labels: pairs('tier'),
    annotations: pairs('acme.com/tier'),
    unresolved: fc.boolean(),
    differs: fc.boolean(),
    confidences: some(...confidences, null),
    nameContains: fc.constantFrom('cart', 'CAFE', 'é', 'zz', ''),
  },
  { requiredKeys: [] },
)

/** Filters of a few levels, of which most parts are left out. */
export const anyWhere: fc.Arbitrary<Where> = fc.letrec<{ where: Where }>((tie) => ({
  where: fc
    .tuple(
      flat,
      fc.array(fc.constantFrom<keyof Where>('kinds', 'owners', 'labels', 'lifecycles', 'tags'), {
        maxLength: 2,
      }),
      fc.array(
        fc.constantFrom<keyof Where>(
          'unresolved',
          'differs',
          'confidences',
          'nameContains',
          'systems',
          'types',
        ),
        { maxLength: 1 },
      ),
      fc.oneof(
        { maxDepth: 2 },
        fc.constant({}),
        fc.array(tie('where'), { maxLength: 2 }).map((and) => ({ and })),
      ),
      fc.oneof(
        { maxDepth: 2 },
        fc.constant({}),
        fc.array(tie('where'), { maxLength: 2 }).map((or) => ({ or })),
      ),
      fc.oneof(
        { maxDepth: 2 },
        fc.constant({}),
        tie('where').map((not) => ({ not })),
      ),
      fc.integer({ min: 0, max: 5 }),
    )
    .map(([parts, first, second, and, or, not, all]) => {
      // All parts at once let nothing through; now and then they are right for that.
      const kept = all === 0 ? parts : pickOf(parts, [...first, ...second])
      return { ...kept, ...and, ...or, ...not }
    }),
})).where

function pickOf(where: Where, keys: readonly (keyof Where)[]): Where {
  return Object.fromEntries(Object.entries(where).filter(([key]) => keys.includes(key as keyof Where)))
}

export const anyText = fc.constantFrom('cart', 'chekout', 'a', 'pay gate', ' ', 'nothing', String(apis[0]))
