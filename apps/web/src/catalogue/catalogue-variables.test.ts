import { expect, test } from 'vitest'
import { catalogueVariables, whereOf } from './catalogue-variables.ts'
import { catalogueView } from './catalogue-view.ts'

test('an address without a word asks for everything, what most depends on first', () => {
  expect(catalogueVariables(catalogueView.parse({}))).toEqual({
    first: 100,
    where: {},
    text: null,
    orderBy: { by: 'CALLERS', descending: true },
  })
})

test('a text puts what fits best first, unless the address has an order', () => {
  const by = (said: object) => catalogueVariables(catalogueView.parse(said)).orderBy
  expect(by({ text: 'ordr' })).toEqual({ by: 'RELEVANCE', descending: false })
  expect(by({ text: 'ordr', order: 'owner' })).toEqual({ by: 'OWNER', descending: false })
  expect(by({ order: 'colour' })).toEqual({ by: 'CALLERS', descending: true })
})

test('values are as the server has them; an empty one is nobody or none', () => {
  const view = catalogueView.parse({
    kinds: ['service', 'contract_version', 'planet'],
    owners: ['team:default/checkout', ''],
    confidences: ['inferred', '', 'guessed'],
    tags: 'pci',
  })
  expect(whereOf(view)).toEqual({
    kinds: ['SERVICE', 'CONTRACT_VERSION'],
    owners: ['team:default/checkout', null],
    confidences: ['INFERRED', null],
    tags: ['pci'],
  })
})

test('two states are either of them', () => {
  expect(whereOf(catalogueView.parse({ states: 'differs' }))).toEqual({ differs: true })
  expect(whereOf(catalogueView.parse({ states: ['unresolved', 'differs'] }))).toEqual({
    or: [{ unresolved: true }, { differs: true }],
  })
})
