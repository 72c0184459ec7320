import { expect, test } from 'vitest'
import { sourceHeads, sourceRows } from './source-rows.ts'

const statement = (id: string, said: Record<string, unknown>) => ({
  source: { id },
  properties: Object.entries(said).map(([key, value]) => ({ key, value })),
})

const rows = sourceRows([
  statement('catalogue', { type: 'service', lifecycle: 'production', tags: ['a'] }),
  statement('code', { lifecycle: 'production', runtime: 'node 24', tags: ['b'] }),
])

test('where sources differ comes first, then the rest by name', () => {
  expect(rows.map(({ key, differs }) => (differs ? `${key}!` : key))).toEqual([
    'tags!',
    'lifecycle',
    'runtime',
    'type',
  ])
})

test('the first that gives a property has the word; who says nothing is left open', () => {
  expect(rows.find(({ key }) => key === 'runtime')).toEqual({
    key: 'runtime',
    said: [undefined, 'node 24'],
    winner: 1,
    differs: false,
  })
})

test('nobody says anything: no rows', () => {
  expect(sourceRows([])).toEqual([])
})

test('two columns of one source say in which file', () => {
  const said = (id: string, file: string) => ({ source: { id }, evidence: [{ file }] })
  expect(sourceHeads([said('shop', 'a.yaml'), said('legacy', 'c.yaml'), said('shop', 'b.yaml')])).toEqual([
    { source: 'shop', file: 'a.yaml' },
    { source: 'legacy', file: undefined },
    { source: 'shop', file: 'b.yaml' },
  ])
})
