import { expect, test } from 'vitest'
import { formatSearch, parseSearch } from './search-params.ts'

test('a list repeats its name, and a ref reads as a ref', () => {
  const search = {
    kinds: ['service', 'api'],
    owners: ['team:default/checkout', null],
    text: 'ordr ap',
    depth: 2,
    none: undefined,
  }
  const address = '?kinds=service&kinds=api&owners=team:default/checkout&owners=&text=ordr%20ap&depth=2'
  expect(formatSearch(search)).toBe(address)
  expect(parseSearch(address)).toEqual({
    kinds: ['service', 'api'],
    owners: ['team:default/checkout', ''],
    text: 'ordr ap',
    depth: '2',
  })
})

test.each(['', 'a&b=c', '100 %', '?', 'a=b', 'é', 'api:default/x#GET /users/{id}'])(
  '%j comes back as it was',
  (text) => {
    expect(parseSearch(formatSearch({ text }))).toEqual({ text })
  },
)

test('nothing to say is nothing in the address', () => {
  expect(formatSearch({})).toBe('')
  expect(formatSearch({ kinds: [] })).toBe('')
})
