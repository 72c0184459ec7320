import { expect, test } from 'vitest'
import { graphOf } from './graph-for-tests.ts'
import { rulerMarks } from './ruler-marks.ts'

test('each column says how many there are, with what a limit hides', () => {
  const graph = graphOf(['pay@0', 'web@-1', 'bank@1', 'mail@2', 'log@2'], [], [{ column: -1, count: 11 }])
  expect(rulerMarks(graph).map(({ count, hops }) => [count, hops])).toEqual([
    ['12 callers', '1 hop'],
    ['pay', undefined],
    ['1 callee', '1 hop'],
    ['2 callees', '2 hops'],
  ])
})

test('where some callers stand among the callees, the others are said to be so many of all', () => {
  const graph = graphOf(['pay@0', 'web@-1', 'bank@1'], ['web>pay', 'pay>bank', 'bank>pay'])
  expect(rulerMarks(graph)[0]?.count).toBe('1 of 2 callers')
})
