import { type Entity, parseRef, type Reading, type Relation, type Source } from '@alidade/model'
import { entity, place, relation } from './facts.ts'

/**
 * A shop that tests can know by heart.
 *
 * ```
 * web ─┬─> api:payments <── checkout ──> mailer (unresolved)
 * cart ┤                       ^
 *      └─> redis            legacy (nobody's)
 * ```
 */
export const shopEntities: readonly Entity[] = [
  entity('team:default/payments', {
    name: 'Payments',
    properties: { title: 'Payments', links: [{ url: 'https://chat.example.org/pay', type: 'chat' }] },
  }),
  entity('team:default/storefront'),
  entity('person:default/ada'),
  entity('domain:default/commerce'),
  entity('system:default/checkout'),
  entity('service:default/checkout', {
    name: 'checkout',
    properties: {
      title: 'Checkout',
      description: 'Takes the money.',
      lifecycle: 'production',
      type: 'service',
      tags: ['java', 'money'],
    },
    labels: { tier: '1' },
    aliases: [{ ref: parseRef('service:shop/checkout'), reason: 'same repository and folder' }],
    statements: [
      {
        source: 'acme/shop/backstage',
        properties: { title: 'Checkout', description: 'Takes the money.', lifecycle: 'production' },
        labels: { tier: '1' },
        annotations: {},
        evidence: [place('services/checkout/catalog-info.yaml', { line: 4 })],
        moreEvidence: 7,
      },
      {
        source: 'acme/shop/compose',
        properties: { title: 'checkout', type: 'service' },
        labels: {},
        annotations: {},
        evidence: [place('compose.yaml', { source: 'acme/shop/compose', line: 12, confidence: 'inferred' })],
        moreEvidence: 0,
      },
    ],
  }),
  entity('service:default/cart', { properties: { lifecycle: 'production', type: 'service' } }),
  entity('service:default/web', { properties: { lifecycle: 'experimental', type: 'website' } }),
  entity('service:default/legacy', { properties: { lifecycle: 'deprecated', type: 'service' } }),
  entity('service:default/mailer', {
    unresolved: true,
    mentions: [place('services/checkout/catalog-info.yaml', { line: 9 })],
    moreMentions: 3,
    candidates: [{ ref: parseRef('service:default/legacy'), reason: 'a name like it' }],
  }),
  entity('api:default/payments', { properties: { type: 'openapi' } }),
  entity('api:default/payments#GET /charges', { name: 'GET /charges' }),
  entity('resource:default/redis', { properties: { type: 'cache' } }),
]

export const shopRelations: readonly Relation[] = [
  relation('person:default/ada MEMBER_OF team:default/payments', { properties: { role: 'lead' } }),
  relation('system:default/checkout PART_OF domain:default/commerce'),
  relation('service:default/checkout PART_OF system:default/checkout'),
  relation('team:default/payments OWNS service:default/checkout'),
  relation('team:default/payments OWNS api:default/payments'),
  relation('team:default/storefront OWNS service:default/cart'),
  relation('team:default/storefront OWNS service:default/web'),
  relation('service:default/checkout PROVIDES api:default/payments', {
    evidence: [
      place('services/checkout/openapi.yaml', {
        source: 'acme/shop/openapi',
        confidence: 'contract',
        line: 3,
      }),
    ],
  }),
  relation('api:default/payments HAS_OPERATION api:default/payments#GET /charges'),
  relation('service:default/cart CONSUMES api:default/payments'),
  relation('service:default/web CONSUMES api:default/payments'),
  relation('service:default/cart DEPENDS_ON resource:default/redis', {
    evidence: [
      place('compose.yaml', {
        source: 'acme/shop/compose',
        confidence: 'inferred',
        line: 20,
        reason: 'REDIS_URL',
        environment: 'production',
      }),
    ],
    moreEvidence: 2,
  }),
  relation('service:default/legacy DEPENDS_ON service:default/checkout'),
  relation('service:default/checkout DEPENDS_ON service:default/mailer'),
]

export const shopSources: readonly Source[] = [
  {
    id: 'acme/shop/backstage',
    repository: 'acme/shop',
    reader: 'backstage',
    origin: 'https://github.com/acme/shop',
    commit: 'c0ffee',
    lastRead: '2026-11-24T08:00:00.000Z',
  },
  {
    id: 'acme/shop/compose',
    repository: 'acme/shop',
    reader: 'compose',
    lastRead: '2026-11-20T08:00:00.000Z',
  },
]

export const shopReadings: readonly Reading[] = [
  {
    source: 'acme/shop/backstage',
    file: 'services/checkout/catalog-info.yaml',
    hash: '0'.repeat(64),
    includes: [],
    statements: [],
    problems: [
      {
        code: 'kind-unknown',
        severity: 'warning',
        message: '"Widget" is no kind',
        file: 'services/checkout/catalog-info.yaml',
        line: 30,
      },
    ],
  },
  {
    source: 'acme/shop/compose',
    file: 'compose.yaml',
    hash: '1'.repeat(64),
    includes: [],
    statements: [],
    problems: [],
    stale: { since: '2026-11-23T08:00:00.000Z', reason: 'yaml-malformed' },
  },
]

/** The shop, with this many more services that all consume its API and use its cache, each with a team of its own. */
export function biggerShop(more: number): { entities: readonly Entity[]; relations: readonly Relation[] } {
  const names = Array.from({ length: more }, (_, n) => `extra-${String(n).padStart(4, '0')}`)
  return {
    entities: [
      ...shopEntities,
      ...names.flatMap((name) => [entity(`team:default/${name}`), entity(`service:default/${name}`)]),
    ],
    relations: [
      ...shopRelations,
      ...names.flatMap((name) => [
        relation(`team:default/${name} OWNS service:default/${name}`),
        relation(`person:default/ada MEMBER_OF team:default/${name}`),
        relation(`service:default/${name} PART_OF system:default/checkout`),
        relation(`service:default/${name} CONSUMES api:default/payments`),
        relation(`service:default/${name} DEPENDS_ON resource:default/redis`),
        relation(`service:default/checkout DEPENDS_ON service:default/${name}`),
      ]),
    ],
  }
}
