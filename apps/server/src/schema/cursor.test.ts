import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { cursorsOf } from './cursor.ts'

const position = z.object({ value: z.union([z.string(), z.number(), z.null()]), ref: z.string() })

test('a cursor gives back the place it was made of', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.record({ value: fc.oneof(fc.string(), fc.integer(), fc.constant(null)), ref: fc.string() }),
      (query, place) => {
        const cursors = cursorsOf(query)
        expect(cursors.read(cursors.write(place), position)).toEqual(place)
      },
    ),
  )
})

test('the order of the keys of a query makes no other list of it', () => {
  const cursor = cursorsOf({ a: 1, b: { c: 2, d: 3 } }).write(7)
  expect(cursorsOf({ b: { d: 3, c: 2 }, a: 1 }).read(cursor, z.int())).toBe(7)
  expect(() => cursorsOf({ a: 1 }).read(cursor, z.int())).toThrow(
    expect.objectContaining({ code: 'cursor-foreign' }),
  )
})

test('whatever else is given is refused as what can be mended', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((text) => Buffer.from(text).toString('base64url')),
      ),
      (text) => {
        expect(() => cursorsOf('list').read(text, position)).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^cursor-(malformed|foreign)$/) }),
        )
      },
    ),
  )
})
