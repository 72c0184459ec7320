import { expect, test } from 'vitest'
import { edgesBySide, type ListedEdge } from './edges-by-side.ts'
import { graphOf } from './graph-for-tests.ts'

const words = (edges: readonly ListedEdge[]) =>
  edges.map(({ from, to, hops }) => `${from.name}>${to.name} ${hops}`)

test('every edge is listed once: the nearest first, then what stands for most, then by name', () => {
  const edges = [
    'web>pay',
    'app>pay:4',
    'bot>pay',
    'shop>web',
    'pay>bank',
    'bank>mail',
    'web>app',
    'bank>web',
    'bank>pay',
    'pay>app',
  ]
  const graph = graphOf(['pay@0', 'web@-1', 'app@-1', 'bot@-1', 'shop@-2', 'bank@1', 'mail@2'], edges)
  const { callers, callees, across } = edgesBySide(graph)
  expect(words(callers)).toEqual(['app>pay 1', 'bank>pay 1', 'bot>pay 1', 'web>pay 1', 'shop>web 2'])
  expect(words(callees)).toEqual(['pay>app 1', 'pay>bank 1', 'bank>mail 2'])
  expect(words(across)).toEqual(['bank>web 1', 'web>app 1'])
})
