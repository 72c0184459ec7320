import { expect, test } from 'vitest'
import { hasKind, nameIn } from './ref-parts.ts'

test('a ref begins with a kind', () => {
  expect(['service:default/pay', 'service:pay', 'pay', 'default/pay', ':pay'].map(hasKind)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('the name is what is left without kind, namespace and operation', () => {
  expect(
    ['service:default/pay', 'service:pay', 'pay', 'default/pay', 'api:default/pay#GET /a'].map(nameIn),
  ).toEqual(['pay', 'pay', 'pay', 'pay', 'pay'])
})
