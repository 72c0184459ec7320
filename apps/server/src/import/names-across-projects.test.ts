import type { GraphStore } from '@alidade/graph'
import { type Entity, parseRef, relationId } from '@alidade/model'
import { describe, expect, it } from 'vitest'
import { anOrganisation } from '../testing/organisation.ts'

const shop = `services:
  web:
    image: acme/web
    environment:
      RATES_URL: http://tax-rates:8080
      REDIS_URL: redis://redis:6379
      BILLING_URL: https://api.billing.com/v1
  redis:
    image: redis:8
`
const rates = (folder: string) => ({
  [`${folder}/compose.yaml`]: 'services:\n  tax-rates:\n    build: .\n  redis:\n    image: redis:8\n',
})
const cache = {
  'checkout/compose.yaml': 'services:\n  pay:\n    build: .\n    environment: [CACHE_HOST=redis]\n',
}

async function entityOf(store: GraphStore, ref: string): Promise<Entity | undefined> {
  const [entity] = await store.entities([parseRef(ref)])
  return entity
}

/** What a service depends on, by ref. */
async function dependenciesOf(store: GraphStore, ref: string): Promise<readonly string[]> {
  const [page] = await store.relationsOf([parseRef(ref)], {
    direction: 'out',
    types: ['DEPENDS_ON'],
    limit: 100,
  })
  return page?.relations.map(({ to }) => to) ?? []
}

describe('a name that its Compose project does not define', () => {
  it('stays unresolved, with the place that names it, until a later import brings it', async () => {
    const organisation = await anOrganisation({ 'shop/compose.yaml': shop })
    const { store } = organisation
    const report = await organisation.import()
    expect(report.unresolved).toEqual(['resource:default/api.billing.com', 'service:shop/tax-rates'])
    expect(await entityOf(store, 'service:shop/tax-rates')).toMatchObject({
      unresolved: true,
      mentions: [{ file: 'shop/compose.yaml', line: 5, reason: 'RATES_URL', confidence: 'inferred' }],
    })

    organisation.write(rates('money'))
    await organisation.import()
    expect(await dependenciesOf(store, 'service:shop/web')).toContain('service:money/tax-rates')
    expect(await entityOf(store, 'service:shop/tax-rates')).toBeUndefined()
    expect((await entityOf(store, 'service:money/tax-rates'))?.aliases).toMatchObject([
      { ref: 'service:shop/tax-rates' },
    ])

    organisation.remove('money/compose.yaml')
    await organisation.import()
    expect(await entityOf(store, 'service:shop/tax-rates')).toMatchObject({ unresolved: true })
  })

  it('stays unresolved where two projects have it, and proposes both', async () => {
    const { store, ...organisation } = await anOrganisation({
      'shop/compose.yaml': shop,
      ...rates('money'),
      ...rates('finance'),
    })
    await organisation.import()
    expect(await entityOf(store, 'service:shop/tax-rates')).toMatchObject({
      unresolved: true,
      candidates: [{ ref: 'service:finance/tax-rates' }, { ref: 'service:money/tax-rates' }],
    })
  })

  it('stays unresolved where it is a name that everybody uses, however few have it', async () => {
    const { store, ...organisation } = await anOrganisation({ 'shop/compose.yaml': shop, ...cache })
    await organisation.import()
    const redis = await entityOf(store, 'service:checkout/redis')
    expect(redis).toMatchObject({ unresolved: true, candidates: [{ ref: 'resource:shop/redis' }] })
    expect(await dependenciesOf(store, 'service:checkout/pay')).toEqual(['service:checkout/redis'])
  })

  it('is found by the name of a container, too', async () => {
    const named = 'services:\n  rates:\n    build: .\n    container_name: tax-rates\n'
    const { store, ...organisation } = await anOrganisation({
      'shop/compose.yaml': shop,
      'money/compose.yaml': named,
    })
    await organisation.import()
    expect(await dependenciesOf(store, 'service:shop/web')).toContain('service:money/rates')
  })

  it('is one third party for everybody where it is a domain of the internet', async () => {
    const { store, ...organisation } = await anOrganisation({
      'shop/compose.yaml': shop,
      'money/compose.yaml': shop.replaceAll('web', 'desk'),
    })
    await organisation.import()
    const billing = 'resource:default/api.billing.com'
    const [page] = await store.relationsOf([parseRef(billing)], { direction: 'in', limit: 10 })
    expect(page?.relations.map(relationId)).toEqual([
      `service:money/desk\nDEPENDS_ON\n${billing}`,
      `service:shop/web\nDEPENDS_ON\n${billing}`,
    ])
  })
})

describe('a name that two Compose projects define', () => {
  it('is two things', async () => {
    const { store, ...organisation } = await anOrganisation({ 'shop/compose.yaml': shop, ...rates('money') })
    await organisation.import()
    expect(await entityOf(store, 'resource:shop/redis')).toMatchObject({ unresolved: false, aliases: [] })
    expect(await entityOf(store, 'resource:money/redis')).toMatchObject({ unresolved: false, aliases: [] })
    expect(await dependenciesOf(store, 'service:shop/web')).toContain('resource:shop/redis')
  })
})
