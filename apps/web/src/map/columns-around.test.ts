import { expect, test } from 'vitest'
import { columnsAround } from './columns-around.ts'

const edges = ['web>pay', 'app>web', 'shop>app', 'pay>bank', 'bank>mail', 'mail>log', 'pay>web'].map(
  (text) => {
    const [from = '', to = ''] = text.split('>')
    return { from, to }
  },
)
const around = (change: object) =>
  Object.fromEntries(
    columnsAround({ roots: new Set(['pay']), edges, open: [], depth: 1, direction: 'both', ...change }),
  )

test('callers are left, callees right, what is both stands right', () => {
  expect(around({})).toEqual({ pay: 0, web: 1, bank: 1 })
  expect(around({ direction: 'in' })).toEqual({ pay: 0, web: -1 })
})

test('what is opened adds the next step outwards, and only there', () => {
  expect(around({ open: ['bank'] })).toEqual({ pay: 0, web: 1, bank: 1, mail: 2 })
  expect(around({ open: ['bank', 'mail'] })).toMatchObject({ mail: 2, log: 3 })
  expect(around({ direction: 'in', open: ['web'] })).toEqual({ pay: 0, web: -1, app: -2 })
})

test('what is opened and not on the map opens nothing', () => {
  expect(around({ open: ['shop'] })).toEqual(around({}))
})
