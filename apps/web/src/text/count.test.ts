import { expect, test } from 'vitest'
import { count } from './count.ts'

test.each([
  [0, '0 services'],
  [1, '1 service'],
  [1204, '1,204 services'],
])('%i', (number, words) => {
  expect(count(number, 'service')).toBe(words)
})

test('takes the many of an odd word', () => {
  expect(count(2, 'person', 'people')).toBe('2 people')
})
