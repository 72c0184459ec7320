import { expect, test } from 'vitest'
import { entityView, whyKey } from './entity-view.ts'

test('an address without a view gives the first one', () => {
  expect(entityView.parse({})).toEqual({ all: [], why: undefined })
})

test('one list and several read alike; a word that names none is as if it were not there', () => {
  expect(entityView.parse({ all: 'callers' }).all).toEqual(['callers'])
  expect(entityView.parse({ all: ['callers', 'callees'] }).all).toEqual(['callers', 'callees'])
  expect(entityView.parse({ all: 'everything' }).all).toEqual([])
})

test('a why that is open is told apart by its section', () => {
  expect(whyKey('callers', 'service:default/a')).not.toBe(whyKey('callees', 'service:default/a'))
})
