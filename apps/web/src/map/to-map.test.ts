import { expect, test } from 'vitest'
import type { NeighbourhoodQuery } from '../generated/documents.ts'
import { toMap } from './to-map.ts'

type Answer = NonNullable<NeighbourhoodQuery['neighbourhood']>
type Node = Answer['nodes'][number]

const checkout = named('Team', 'TEAM', 'team:default/checkout', 'Checkout')

function named<Type extends 'Team' | 'Service'>(
  __typename: Type,
  kind: 'TEAM' | 'SERVICE',
  ref: string,
  title: string,
) {
  return { __typename, ref, kind, name: title, title, unresolved: false, lifecycle: null } as const
}

function service(name: string, distance: number, change: Partial<Node['entity']> = {}): Node {
  const key = `service:default/${name}`
  const entity = { type: 'service', callerCount: 2, calleeCount: 3, owners: [checkout], ...change }
  return {
    __typename: 'NeighbourhoodNode',
    key,
    distance,
    root: distance === 0,
    groupSize: 0,
    hiddenIn: 0,
    hiddenOut: 0,
    group: null,
    entity: { ...named('Service', 'SERVICE', key, name), ...entity } as Node['entity'],
  }
}

function group(key: string, distance: number, groupSize: number, of: Node['group']): Node {
  return { ...service('x', distance), key, entity: null, group: of, groupSize }
}

function edge(from: string, to: string): Answer['edges'][number] {
  const [a, b] = [`service:default/${from}`, `service:default/${to}`]
  return {
    __typename: 'NeighbourhoodEdge',
    from: a,
    to: b,
    confidence: 'DECLARED',
    weight: 1,
    evidenceCount: 1,
  }
}

function answer(nodes: readonly Node[], edges: Answer['edges'] = [], hidden: Answer['hidden'] = []): Answer {
  return { __typename: 'Neighbourhood', totalNodes: nodes.length, nodes, edges, hidden }
}

const view = { open: [], depth: undefined, direction: undefined, groupBy: undefined }
const pay = new Set(['service:default/pay'])

test('one root is the focus, several stand in the middle alike', () => {
  const nodes = [service('pay', 0), service('web', -1), service('bank', 1)]
  expect(toMap(answer(nodes), pay, view).nodes.map(({ shape, column }) => [shape, column])).toEqual([
    ['focus', 0],
    ['entity', -1],
    ['entity', 1],
  ])
  const two = new Set([...pay, 'service:default/web'])
  expect(toMap(answer(nodes), two, view).nodes.map(({ shape }) => shape)).toEqual(['root', 'root', 'entity'])
})

test.each([
  ['its owner', {}, 'Checkout'],
  ['and its type, where that says more than its kind', { type: 'website' }, 'Checkout, website'],
  ['that it is at its end', { lifecycle: 'deprecated', type: 'website' }, 'Checkout, deprecated'],
  ['that nobody owns it', { owners: [] }, 'nobody'],
  ['that nothing defines it', { unresolved: true, owners: [] }, 'nothing defines it'],
])('a node says %s', (_, change, about) => {
  expect(toMap(answer([service('pay', 0, change)]), pay, view).nodes[0]?.about).toBe(about)
})

test('a group says how many it stands for, and what is in none is a group too', () => {
  const nodes = [group('team:default/checkout', -1, 3, checkout), group('none', 1, 1, null)]
  const map = toMap(answer([service('pay', 0), ...nodes]), pay, { ...view, groupBy: 'team' })
  expect(map.nodes.slice(1).map(({ name, about, kind }) => [name, about, kind])).toEqual([
    ['Checkout', '3 inside', 'TEAM'],
    ['owned by nobody', '1 inside', 'TEAM'],
  ])
})

test('what came along with what was opened, and is not next to it, is counted and not shown', () => {
  // The server was asked around `bank` too: `till` calls `bank`, and stands on neither side of `pay`.
  const nodes = [service('pay', 0), service('bank', 0), service('mail', 1), service('till', -1)]
  const edges = [edge('pay', 'bank'), edge('bank', 'mail'), edge('till', 'bank')]
  const map = toMap(answer(nodes, edges), pay, { ...view, open: ['service:default/bank'] })
  expect(map.nodes.map(({ name, column }) => [name, column])).toEqual([
    ['pay', 0],
    ['bank', 1],
    ['mail', 2],
  ])
  expect(map.nodes.find(({ name }) => name === 'bank')?.hiddenIn).toBe(1)
  expect(map.edges).toHaveLength(2)
})
