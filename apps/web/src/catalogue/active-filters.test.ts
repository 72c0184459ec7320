import { expect, test } from 'vitest'
import { activeFilters, readableValue } from './active-filters.ts'
import { catalogueView } from './catalogue-view.ts'

test('each filter that is set comes with what takes it away, and it alone', () => {
  const view = catalogueView.parse({ text: 'pay', owners: ['team:default/pay', ''], order: '-callees' })
  expect(activeFilters(view)).toEqual([
    { field: 'text', title: 'Text', values: ['pay'], without: { text: undefined, order: undefined } },
    { field: 'owners', title: 'Owner', values: ['team:default/pay', ''], without: { owners: [] } },
  ])
  expect(activeFilters(catalogueView.parse({ order: 'name' }))).toEqual([])
})

test.each([
  ['owners', 'team:default/pay', 'pay'],
  ['owners', '', 'nobody'],
  ['domains', '', 'none'],
  ['states', 'differs', 'sources differ'],
  ['kinds', 'contract_version', 'contract version'],
  ['text', 'a/b', 'a/b'],
] as const)('%s %j reads as %j', (field, value, words) => expect(readableValue(field, value)).toBe(words))
