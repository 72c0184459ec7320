import type { Evidence, LocatedStatement, Ref } from '@alidade/model'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Facts, noRules, type Rules, resolveAll } from './index.ts'
import { locatedMany, ruling, rulingAbout } from './testing/arbitrary.ts'
import { shown } from './testing/shown.ts'

const world = locatedMany.chain((statements) =>
  fc.record({
    statements: fc.constant(statements),
    rulings: fc.array(fc.oneof(ruling, rulingAbout(statements)), { maxLength: 3 }),
  }),
)
const graph = (statements: readonly LocatedStatement[], rules: Rules = noRules) =>
  shown(resolveAll(statements, rules))

it('gives the same graph whatever the order of statements and rulings, and however often one is said', () => {
  const shuffled = world.chain(({ statements, rulings }) =>
    fc.record({
      statements: fc.constant(statements),
      rulings: fc.constant(rulings),
      others: fc.shuffledSubarray([...statements, ...structuredClone(statements.slice(0, 2))], {
        minLength: statements.length + Math.min(2, statements.length),
      }),
      otherRulings: fc.shuffledSubarray(rulings, { minLength: rulings.length }),
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ statements, rulings, others, otherRulings }) => {
      const rules = (said: typeof rulings): Rules => ({ trust: ['acme/lake/*'], rulings: said })
      expect(graph(others, rules(otherRulings))).toEqual(graph(statements, rules(rulings)))
    }),
    { numRuns: 200 },
  )
}, 60_000)

it('gives a graph in which every relation has its ends and evidence, and every ref is one thing', () => {
  fc.assert(
    fc.property(world, ({ statements, rulings }) => {
      const { entities, relations } = resolveAll(statements, { ...noRules, rulings })
      for (const { from, to, evidence } of relations.values()) {
        expect(entities.has(from) && entities.has(to)).toBe(true)
        expect(evidence.length).toBeGreaterThan(0)
      }
      const answering = [...entities.values()].flatMap(({ ref, aliases }) => [
        ref,
        ...aliases.map((it) => it.ref),
      ])
      expect(answering.toSorted()).toEqual([...new Set(answering)].sort())
    }),
    { numRuns: 200 },
  )
}, 60_000)

it('never makes one of two refs that a source describes, but where somebody says so', () => {
  fc.assert(
    fc.property(locatedMany, (statements) => {
      const inferred = statements.map(({ statement, ...place }) => ({
        ...place,
        statement: {
          ...statement,
          ...(statement.description && { description: { ...statement.description, sameAs: [] } }),
          ...(statement.settled && { settled: { ...statement.settled, aliases: [] } }),
        },
      }))
      const { entities } = resolveAll(inferred, noRules)
      const described = new Set(
        inferred.flatMap(({ source, statement: { subject, description } }) =>
          description ? [`${source} ${subject.ref}`] : [],
        ),
      )
      for (const { ref, aliases, statements: said } of entities.values()) {
        const refs = [ref, ...aliases.map((alias) => alias.ref)]
        for (const source of new Set(said.map((it) => it.source))) {
          // What belongs to an API is one with it under every name of the API.
          const own = refs.filter((it) => !/[#@]/.test(it) && described.has(`${source} ${it}`))
          expect(own.length).toBeLessThanOrEqual(1)
        }
      }
    }),
    { numRuns: 200 },
  )
}, 60_000)

it('loses with a file just what nothing else says', () => {
  fc.assert(
    fc.property(locatedMany, fc.constantFrom('a.yaml', 'b.yaml'), (statements, file) => {
      const all = resolveAll(statements.map(plain), noRules)
      const left = resolveAll(statements.filter((it) => it.file !== file).map(plain), noRules)
      const without = places(all).filter(([, { file: at }]) => at !== file)
      expect(places(left)).toEqual(without)
      const named = new Set(without.map(([id]) => id))
      expect([...left.relations.keys()].sort()).toEqual(
        [...all.relations.keys()].filter((id) => named.has(id)).sort(),
      )
    }),
    { numRuns: 200 },
  )
}, 60_000)

/** Without names that are looked up or joined: a file adds what it says. */
function plain({ source, file, statement }: LocatedStatement): LocatedStatement {
  const { subject, description, relations } = statement
  return {
    // A repository of its own, so that no name in two readers of one joins.
    source: `${source}/reader`,
    file,
    statement: {
      subject: { ...subject, scope: 'full' },
      ...(description && { description: { ...description, identities: [], sameAs: [] } }),
      relations: relations.map(({ place, ...it }) => ({ ...it, other: { ...it.other, scope: 'full' } })),
    },
  }
}

/** Every fact with each place that says it. */
function places({ entities, relations }: Facts): (readonly [string, Evidence])[] {
  const described = [...entities].flatMap(([ref, { statements, mentions }]) =>
    [...statements.flatMap(({ evidence }) => evidence), ...mentions].map((it) => [ref, it] as const),
  )
  const related = [...relations].flatMap(([id, { evidence }]) => evidence.map((it) => [id, it] as const))
  // That something names it stops to matter once something describes it.
  return [...described.filter(([ref]) => !entities.get(ref as Ref)?.unresolved), ...related].sort((a, b) =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
  )
}
