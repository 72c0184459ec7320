import type { Commit } from '../graph-store.ts'
import { keys, refs, sourceIds } from './random-facts.ts'
import { contents, streams } from './random-steps.ts'
import { entity, place, reading, relation } from './sample-facts.ts'

// A small store of any version is made of these commits, on either engine. They use every operand that a commit has,
// and the names that `everyAnswer` asks for. What is changed here shows only in fixtures that are written afterwards.

const [cart, pay, , shop, getUser] = refs as [Ref, Ref, Ref, Ref, Ref]
type Ref = (typeof refs)[number]
const [shopSource, infraSource] = sourceIds as [string, string]
const said = {
  properties: {
    title: 'Cart 💶',
    tags: ['checkout'],
    links: [{ url: 'https://acme.example/cart', title: 'Home' }],
  },
  labels: { tier: '1' },
  annotations: { 'backstage.io/source-location': 'url:https://acme.example/cart' },
}
const described = entity(cart, {
  name: 'Cart',
  ...said,
  aliases: [{ ref: 'service:shop/basket' as Ref, reason: 'same repository and folder (acme/shop, cart)' }],
  statements: [
    {
      source: shopSource,
      ...said,
      evidence: [place('cart/catalog-info.yaml', { line: 3, firstSeen: '2026-01-01T00:00:00.000Z' })],
      moreEvidence: 0,
    },
  ],
})
const unresolved = entity(pay, {
  unresolved: true,
  candidates: [{ ref: refs[2] as Ref, reason: 'the same name' }],
  mentions: [
    place('compose.yaml', { source: infraSource, confidence: 'inferred', reason: 'PAY_URL', line: 7 }),
  ],
  moreMentions: 2,
})
const depends = relation(cart, 'DEPENDS_ON', pay, {
  properties: { protocol: 'http' },
  evidence: [
    place('traffic', { confidence: 'observed', count: 12, lastSeen: '2026-01-02T00:00:00.000Z' }),
    place('compose.yaml', { confidence: 'inferred', environment: 'prod', by: 'ada', reason: 'PAY_URL' }),
  ],
  moreEvidence: 3,
})
const owns = relation(shop, 'OWNS', cart)
const source = (id: string, lastRead: string) => ({ id, repository: 'acme/shop', reader: 'x', lastRead })
const catalogue = reading(shopSource, 'catalog-info.yaml', [
  [cart, keys[0] as string, keys[2] as string],
  [pay, keys[1] as string],
])
const compose = reading(infraSource, 'a/b.yaml', [[cart, keys[2] as string]], {
  includes: [{ path: '.env', hash: null }],
  problems: [{ code: 'host-unknown', severity: 'warning', message: 'name it', file: 'a/b.yaml', line: 2 }],
  stale: { since: '2026-01-01T00:00:00.000Z', reason: 'it can no longer be read' },
})

export const fixtureHistory: readonly Commit[] = [
  {
    id: '00000000-0000-4000-8000-000000000001',
    actor: 'ada',
    at: '2026-01-01T00:00:00.000Z',
    delta: {
      entities: [described, unresolved, entity(shop), entity(getUser)].map((after) => ({ after })),
      relations: [depends, owns].map((after) => ({ after })),
    },
    readings: { put: [catalogue, compose] },
    sources: {
      put: [source(shopSource, '2026-01-01T00:00:00.000Z'), source(infraSource, '2026-01-01T00:00:00.000Z')],
    },
    contents,
    records: [
      { stream: streams[0] as string, value: { complete: true } },
      { stream: streams[1] as string, value: ['same', 'cart', 'basket', null, 1.5] },
    ],
  },
  {
    id: '00000000-0000-4000-8000-000000000002',
    actor: 'grace',
    at: '2026-01-02T00:00:00.000Z',
    delta: {
      entities: [{ before: entity(getUser) }, { before: described, after: { ...described, name: 'Basket' } }],
      relations: [{ before: owns }, { after: relation(shop, 'OWNS', pay) }],
    },
    readings: { remove: [compose] },
    sources: {
      put: [{ ...source(shopSource, '2026-01-02T00:00:00.000Z'), origin: 'https://acme.example/shop' }],
    },
    records: [{ stream: streams[0] as string, value: 2 }],
    expectedRevision: 1,
  },
]
