import type { Ref } from '@alidade/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summaryOf } from '../snapshot/summary.ts'
import { anyBrokenGraph, everything } from '../testing/arbitrary-graph.ts'
import { entity, graph, ref, relation, snapshotOf } from '../testing/facts.ts'
import { compare } from '../testing/naive-graph.ts'
import { naiveSteps } from '../testing/naive-steps.ts'
import { paths } from './paths.ts'

const between = (relations: Parameters<typeof graph>[0], from: string, to: string) =>
  paths(snapshotOf(graph(relations)), ref(from), ref(to))

describe('paths', () => {
  it('are the shortest first, then by the refs in turn, each step with what it stands on', () => {
    const found = between(
      [
        'service:a DEPENDS_ON service:c',
        'service:a DEPENDS_ON service:b',
        'service:b DEPENDS_ON service:z',
        'service:c DEPENDS_ON service:z',
        relation('service:a CONSUMES api:z#GET /', 'contract'),
        relation('service:z PROVIDES api:z', 'observed'),
      ],
      'service:a',
      'service:z',
    )
    expect(found.incomplete).toBe(false)
    expect(found.paths.map((path) => path.refs.map((it) => it.slice(-1)).join(''))).toEqual([
      'az',
      'abz',
      'acz',
    ])
    expect(found.paths[0]).toMatchObject({
      length: 1,
      steps: [{ confidence: 'observed', types: ['PROVIDES', 'CONSUMES'], relations: [{}, {}] }],
    })
  })

  it('lead to an Api from its consumers, and from it to its providers', () => {
    const relations = ['service:a CONSUMES api:z', 'service:z PROVIDES api:z']
    expect(between(relations, 'service:a', 'api:z').paths).toMatchObject([
      { steps: [{ types: ['CONSUMES'] }] },
    ])
    expect(between(relations, 'api:z', 'service:z').paths).toMatchObject([
      { steps: [{ types: ['PROVIDES'] }] },
    ])
  })

  it('are none from a thing to itself, to what there is nothing of, and against the direction', () => {
    const round = ['service:a DEPENDS_ON service:b', 'service:b DEPENDS_ON service:a']
    expect(between(round, 'service:a', 'service:a')).toEqual({ paths: [], incomplete: false })
    expect(between(round, 'service:a', 'service:no')).toEqual({ paths: [], incomplete: false })
    expect(between(['service:a DEPENDS_ON service:b'], 'service:b', 'service:a').paths).toEqual([])
  })

  it('are at most so many, of at most such a length', () => {
    const ladder = graph(
      [0, 1, 2].flatMap((at) =>
        ['x', 'y'].flatMap((side) => [
          `service:n${at} DEPENDS_ON service:${side}${at}`,
          `service:${side}${at} DEPENDS_ON service:n${at + 1}`,
        ]),
      ),
      [entity('service:n0', { aliases: ['service:old/start'] })],
    )
    const snapshot = snapshotOf(ladder)
    const end = ref('service:n3')
    expect(paths(snapshot, ref('service:old/start'), end).paths).toHaveLength(8)
    expect(paths(snapshot, ref('service:n0'), end, { most: 3 }).paths).toHaveLength(3)
    expect(paths(snapshot, ref('service:n0'), end, { maxLength: 5 }).paths).toEqual([])
  })

  it('say so when there are too many ways to look at all of them', () => {
    // Everything leads back to the start, from where alone the end is reached: every longer way is in vain.
    const names = Array.from({ length: 30 }, (_, at) => `service:n${at}`)
    const among = names.flatMap((a) => names.filter((b) => a !== b).map((b) => `${a} DEPENDS_ON ${b}`))
    const round = names.flatMap((a) => [`service:start DEPENDS_ON ${a}`, `${a} DEPENDS_ON service:start`])
    const found = between(
      [...among, ...round, 'service:start DEPENDS_ON service:end'],
      'service:start',
      'service:end',
    )
    expect(found).toMatchObject({ incomplete: true, paths: [{ length: 1 }] })
  })

  it('are what trying every way finds, in any graph', () => {
    fc.assert(
      fc.property(
        anyBrokenGraph,
        fc.constantFrom(...everything),
        fc.constantFrom(...everything),
        fc.integer({ min: 1, max: 6 }),
        (its, from, to, maxLength) => {
          const snapshot = snapshotOf(its)
          const known = summaryOf(snapshot, from) && summaryOf(snapshot, to) && from !== to
          const expected = known ? naivePaths(naiveSteps(its), from, to, maxLength) : []
          const found = paths(snapshot, from, to, { maxLength, most: 20 })
          expect(found.incomplete).toBe(false)
          expect(found.paths.map((path) => path.refs)).toEqual(expected.slice(0, 20))
          for (const path of found.paths) {
            for (const step of path.steps) expect(step.relations.length).toBeGreaterThan(0)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

function naivePaths({ in: into, out }: ReturnType<typeof naiveSteps>, from: Ref, to: Ref, maxLength: number) {
  const found: Ref[][] = []
  const last = new Set(into(to))
  const goOn = (way: readonly Ref[]): void => {
    const at = way.at(-1) as Ref
    if (at === to) found.push([...way])
    if (at === to || way.length > maxLength) return
    for (const next of new Set([...out(at), ...(last.has(at) ? [to] : [])])) {
      if (!way.includes(next)) goOn([...way, next])
    }
  }
  goOn([from])
  return found.sort((a, b) => a.length - b.length || compareAll(a, b))
}

function compareAll(a: readonly Ref[], b: readonly Ref[]): number {
  const at = a.findIndex((it, place) => it !== b[place])
  return at < 0 ? 0 : compare(a[at] ?? '', b[at] ?? '')
}
