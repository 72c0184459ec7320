import { expect, test } from 'vitest'
import { age, ago, isOld } from './age.ts'

const now = Date.parse('2026-11-24T12:00:00Z')

test.each([
  ['2026-11-24T11:59:30Z', 'just now', 'just now'],
  ['2026-11-24T12:05:00Z', 'just now', 'just now'],
  ['2026-11-24T11:56:00Z', '4 min', '4 min ago'],
  ['2026-11-23T10:00:00Z', '26 h', '26 h ago'],
  ['2026-11-18T10:00:00Z', '6 days', '6 days ago'],
  ['2026-09-18T10:00:00Z', '18 Sept 2026', 'on 18 Sept 2026'],
])('%s is %s', (instant, short, inSentence) => {
  expect(age(instant, now)).toBe(short)
  expect(ago(instant, now)).toBe(inSentence)
})

test('a source is old after a day', () => {
  expect(isOld('2026-11-23T12:30:00Z', now)).toBe(false)
  expect(isOld('2026-11-23T11:30:00Z', now)).toBe(true)
})
