import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { oneOf, text, wholeNumber, words, wordsOf } from './address-fields.ts'

const view = z.object({
  owners: words,
  sides: wordsOf(['in', 'out']),
  tab: oneOf(['map', 'list']),
  text,
  depth: wholeNumber(1, 4),
})

test('one word is a list of one, and an empty word stays', () => {
  expect(view.parse({ owners: 'team:default/pay', sides: ['in', 'out'] })).toMatchObject({
    owners: ['team:default/pay'],
    sides: ['in', 'out'],
  })
  expect(view.parse({ owners: '' }).owners).toEqual([''])
})

test('nothing said is nothing', () => {
  expect(view.parse({})).toEqual({ owners: [], sides: [] })
})

test('what makes no sense is as if it was not said, and leaves the rest', () => {
  const said = { owners: 'x', sides: 'up', tab: ['map', 'list'], text: ['a', 'b'], depth: '9' }
  expect(view.parse(said)).toEqual({ owners: ['x'], sides: [] })
})

test.each([
  ['1', 1],
  ['4', 4],
  ['0', undefined],
  ['2.5', undefined],
  ['deep', undefined],
])('depth=%s is %s', (said, depth) => expect(view.parse({ depth: said }).depth).toBe(depth))
