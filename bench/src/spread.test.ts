import { expect, it } from 'vitest'
import { spreadOf } from './spread.ts'

it('gives figures that were measured', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n)
  expect(spreadOf(hundred)).toEqual({ least: 1, median: 50, p95: 95, most: 100 })
  expect(spreadOf([7])).toEqual({ least: 7, median: 7, p95: 7, most: 7 })
})
