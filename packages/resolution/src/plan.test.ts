import { expect, it } from 'vitest'
import { noRules, plan, resolveAll } from './index.ts'
import { describes, ownedBy } from './testing/say.ts'

const cart = (line: number) =>
  describes('acme/shop/backstage', 'service:default/cart', {
    line,
    properties: { tags: ['b', 'a'], type: 'service' },
    relations: [ownedBy('team:default/pay')],
  })

it('says nothing of facts that are the same, whatever the order of their keys', () => {
  const { statement, ...place } = cart(1)
  const turned = Object.fromEntries(Object.entries(statement).reverse()) as typeof statement
  const before = resolveAll([{ ...place, statement }], noRules)
  const after = resolveAll([{ ...place, statement: turned }], noRules)
  expect(plan(before, after)).toEqual({ entities: [], relations: [] })
})

it('has what came, what went and what moved by a line, by ref and relation', () => {
  const before = resolveAll([cart(1), describes('acme/shop/backstage', 'service:default/b')], noRules)
  const after = resolveAll([cart(7), describes('acme/shop/backstage', 'service:default/a')], noRules)
  const { entities, relations } = plan(before, after)
  expect(entities.map((it) => [it.before?.ref, it.after?.ref])).toEqual([
    [undefined, 'service:default/a'],
    ['service:default/b', undefined],
    ['service:default/cart', 'service:default/cart'],
  ])
  expect(relations).toEqual([])
})
