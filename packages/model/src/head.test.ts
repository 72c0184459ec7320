import { describe, expect, it } from 'vitest'
import type { Entity } from './entity.ts'
import type { Evidence } from './evidence.ts'
import { entityHead, relationHead } from './head.ts'
import { parseRef } from './ref.ts'

const evidence: Evidence = { source: 's/backstage', confidence: 'inferred', file: 'a.yaml', line: 1 }
const said = { properties: {}, labels: {}, annotations: {} }
const entity: Entity = {
  ref: parseRef('service:eta'),
  kind: 'Service',
  name: 'eta',
  unresolved: false,
  ...said,
  aliases: [{ ref: parseRef('service:shop/eta'), reason: 'a ruling' }],
  candidates: [],
  statements: [
    {
      ...said,
      source: 'a',
      evidence: [evidence],
      moreEvidence: 0,
      properties: { lifecycle: 'production', type: 'service' },
    },
    {
      ...said,
      source: 'b',
      evidence: [evidence],
      moreEvidence: 0,
      properties: { lifecycle: 'deprecated' },
      labels: { tier: '1' },
    },
  ],
  mentions: [],
  moreMentions: 0,
}

describe('the head of an entity', () => {
  it('names what its sources say differently; what only one of them says is no difference', () => {
    expect(entityHead(entity).differs).toEqual(['lifecycle'])
  })

  it('keeps the refs of aliases, and neither evidence nor statements', () => {
    const head = entityHead(entity)
    expect(head.aliases).toEqual(['service:shop/eta'])
    expect(Object.keys(head)).not.toContain('statements')
    expect(Object.keys(head)).not.toContain('mentions')
  })
})

describe('the head of a relation', () => {
  it('is as sure as its surest place, and counts all places', () => {
    const relation = {
      from: parseRef('service:a'),
      type: 'DEPENDS_ON',
      to: parseRef('service:b'),
      properties: {},
      evidence: [evidence, { ...evidence, confidence: 'observed' }],
      moreEvidence: 40,
    } as const
    expect(relationHead(relation)).toMatchObject({ confidence: 'observed', places: 42 })
  })
})
