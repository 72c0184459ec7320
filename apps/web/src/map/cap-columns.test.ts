import { expect, test } from 'vitest'
import { capColumns } from './cap-columns.ts'
import { graphOf } from './graph-for-tests.ts'
import type { MapGraph } from './map-graph.ts'

const graph = graphOf(
  ['pay@0', 'a@-1', 'b@-1', 'c@-1', 'd@-1', 'x@-2', 'bank@1'],
  ['a>pay', 'b>pay:9', 'c>pay:3', 'd>pay', 'x>d', 'pay>bank', 'a>b'],
  [{ column: 1, count: 5 }],
)
const names = ({ nodes }: MapGraph) => nodes.map(({ name }) => name)
const none = new Set<string>()

test('what has the most relations to the middle stays; the rest is counted, and what only it leads to', () => {
  const capped = capColumns(graph, 2, none)
  expect(names(capped)).toEqual(['pay', 'b', 'c', 'bank'])
  expect(capped.rest).toEqual([
    { column: 1, count: 5 },
    { column: -1, count: 2 },
    { column: -2, count: 1 },
  ])
})

test('no edge is left without an end', () => {
  expect(capColumns(graph, 2, none).edges.map(({ from, to }) => `${from}>${to}`)).toEqual([
    'b>pay',
    'c>pay',
    'pay>bank',
  ])
})

test('what is chosen or opened stays', () => {
  expect(names(capColumns(graph, 2, new Set(['d'])))).toEqual(['pay', 'b', 'd', 'x', 'bank'])
})

test('a third of a column is for what leads further out', () => {
  const wide = graphOf(
    ['pay@0', 'a@-1', 'b@-1', 'c@-1', 'd@-1', 'x@-2'],
    ['a>pay:9', 'b>pay:8', 'c>pay:7', 'd>pay', 'x>d'],
  )
  expect(names(capColumns(wide, 3, none))).toEqual(['pay', 'a', 'b', 'd', 'x'])
})

test('a map that has room is as it was', () => {
  expect(capColumns(graph, 4, none)).toBe(graph)
})
