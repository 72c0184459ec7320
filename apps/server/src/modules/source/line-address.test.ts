import { expect, test } from 'vitest'
import { lineAddress } from './line-address.ts'

const read = { id: 'acme/shop/x', repository: 'acme/shop', reader: 'x', commit: 'c0ffee', lastRead: '' }

test.each([
  ['https://github.com/acme/shop', 'https://github.com/acme/shop/blob/c0ffee/a%20b/c.yaml#L7'],
  ['https://github.com/acme/shop.git', 'https://github.com/acme/shop/blob/c0ffee/a%20b/c.yaml#L7'],
  [
    'https://gitlab.example.org/acme/shop/',
    'https://gitlab.example.org/acme/shop/-/blob/c0ffee/a%20b/c.yaml#L7',
  ],
  ['https://bitbucket.org/acme/shop', 'https://bitbucket.org/acme/shop/src/c0ffee/a%20b/c.yaml#lines-7'],
  ['https://codeberg.org/acme/shop', 'https://codeberg.org/acme/shop/src/commit/c0ffee/a%20b/c.yaml#L7'],
])('a line of %s is at %s', (origin, address) => {
  expect(lineAddress({ ...read, origin }, 'a b/c.yaml', 7)).toBe(address)
})

test.each([['https://example.org/acme/shop'], ['git@github.com:acme/shop'], ['javascript:alert(1)//github']])(
  'a line of %s has no address',
  (origin) => {
    expect(lineAddress({ ...read, origin }, 'c.yaml', 7)).toBeUndefined()
  },
)

test('without a commit there is no address that stays', () => {
  const { commit, ...unknown } = { ...read, origin: 'https://github.com/acme/shop' }
  expect(lineAddress(unknown, 'c.yaml', 7)).toBeUndefined()
})
