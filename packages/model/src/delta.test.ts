import { describe, expect, it } from 'vitest'
import { changesAnything, changesFact, invert } from './delta.ts'
import type { Evidence } from './evidence.ts'
import { parseRef } from './ref.ts'
import type { Relation } from './relation.ts'

const evidence: Evidence = {
  source: 'acme/shop/backstage',
  confidence: 'declared',
  file: 'catalog-info.yaml',
  line: 7,
  firstSeen: '2026-01-01T00:00:00.000Z',
}
const relation: Relation = {
  from: parseRef('team:pay'),
  type: 'OWNS',
  to: parseRef('service:checkout'),
  properties: {},
  evidence: [evidence],
  moreEvidence: 0,
}
const moved: Relation = {
  ...relation,
  evidence: [{ ...evidence, line: 9, count: 3, lastSeen: '2026-02-01T00:00:00.000Z' }],
}
const elsewhere: Relation = { ...relation, evidence: [{ ...evidence, file: 'other.yaml' }] }

describe('a change', () => {
  it('of a line, a count or a time is stored, and is no change of a fact', () => {
    expect(changesAnything({ before: relation, after: moved })).toBe(true)
    expect(changesFact({ before: relation, after: moved })).toBe(false)
  })

  it('of the file, or of whether it is there, is a change of a fact', () => {
    expect(changesFact({ before: relation, after: elsewhere })).toBe(true)
    expect(changesFact({ after: relation })).toBe(true)
    expect(changesFact({ before: relation })).toBe(true)
  })

  it('does not depend on the order in which properties are written', () => {
    const before = { ...relation, properties: { a: 1, b: 2 } }
    const after = { ...relation, properties: { b: 2, a: 1 } }
    expect(changesAnything({ before, after })).toBe(false)
  })

  it('is taken back by its inverse, and twice inverted is itself', () => {
    const delta = { entities: [], relations: [{ before: relation, after: elsewhere }, { after: moved }] }
    expect(invert(delta)).toEqual({
      entities: [],
      relations: [{ before: elsewhere, after: relation }, { before: moved }],
    })
    expect(invert(invert(delta))).toEqual(delta)
  })
})
