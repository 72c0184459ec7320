import { parseRef, type Ref } from '@alidade/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askDirectly } from '../conformance/ask-directly.ts'
import { neo4jServers, openEmptyNeo4jStore, stopNeo4jServers } from '../conformance/neo4j-servers.ts'
import {
  add,
  commitOf,
  entity,
  place,
  reading,
  relation,
  service,
  team,
} from '../conformance/sample-facts.ts'
import { recipes } from './recipes.ts'

const cookbook = await recipes()
const servers = await neo4jServers()
afterAll(stopNeo4jServers)

const api = (name: string): Ref => parseRef(name, { kind: 'Api' })
const resource = (name: string): Ref => parseRef(name, { kind: 'Resource' })
const getOrder = parseRef('api:default/orders#GET /orders/{id}')

const [web, orders, stock, pay, mail, prices] = ['web', 'orders', 'stock', 'pay', 'mail', 'prices'].map(
  service,
) as [Ref, Ref, Ref, Ref, Ref, Ref]
const [shop, logistics, gone] = ['shop', 'logistics', 'gone'].map(team) as [Ref, Ref, Ref]
const guessed = { evidence: [place('compose.yaml', { confidence: 'inferred', reason: 'MAIL_URL' })] }

/**
 * Shop owns web and orders, Logistics stock and pay; mail is of a team that is gone, prices nobody's. Orders needs
 * stock and pay, and both need it by its API; orders, pay and mail depend in a circle.
 */
const organisation = [
  ...[web, orders, stock, pay, mail, shop, logistics, api('orders'), api('stock'), resource('orders-db')].map(
    (ref) => entity(ref),
  ),
  entity(prices, { properties: { lifecycle: 'deprecated' } }),
  entity(getOrder, { name: 'GET /orders/{id}' }),
  entity(gone, { unresolved: true }),
  relation(shop, 'OWNS', web),
  relation(shop, 'OWNS', orders),
  relation(logistics, 'OWNS', stock),
  relation(logistics, 'OWNS', pay),
  relation(gone, 'OWNS', mail),
  relation(orders, 'PROVIDES', api('orders')),
  relation(stock, 'PROVIDES', api('stock')),
  relation(api('orders'), 'HAS_OPERATION', getOrder),
  relation(web, 'CONSUMES', api('orders')),
  relation(pay, 'CONSUMES', getOrder, { evidence: [place('client.ts', { confidence: 'contract' })] }),
  relation(stock, 'CONSUMES', api('orders')),
  relation(orders, 'DEPENDS_ON', stock),
  relation(orders, 'DEPENDS_ON', pay),
  relation(pay, 'DEPENDS_ON', mail, guessed),
  relation(mail, 'DEPENDS_ON', orders),
  relation(pay, 'DEPENDS_ON', prices),
  relation(orders, 'DEPENDS_ON', resource('orders-db')),
  relation(stock, 'DEPENDS_ON', resource('orders-db')),
]

/** To every question of the cookbook, its answer: a row each, its columns in their order. */
const answers: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'Who consumes my API?': [
    ['pay', ['logistics'], 'GET /orders/{id}', 'contract'],
    ['stock', ['logistics'], 'orders', 'declared'],
    ['web', ['shop'], 'orders', 'declared'],
  ],
  'Which services has nobody?': [
    ['mail', ['gone']],
    ['prices', []],
  ],
  'What is named and described nowhere?': [['team:default/gone', 1]],
  'Which services does everybody need?': [
    ['orders', 4, 3],
    ['mail', 1, 1],
    ['pay', 1, 1],
    ['prices', 1, 1],
    ['stock', 1, 1],
  ],
  'Which services need each other?': [
    ['orders', 'pay'],
    ['orders', 'stock'],
  ],
  'Which services depend on each other in a circle?': [[['mail', 'orders', 'pay', 'mail']]],
  'Which teams depend on each other?': [
    ['logistics', 'shop', 2],
    ['shop', 'logistics', 2],
    ['gone', 'shop', 1],
    ['logistics', 'gone', 1],
  ],
  'What stops when this stops?': [
    ['orders', ['orders', 'orders-db']],
    ['stock', ['stock', 'orders-db']],
    ['mail', ['mail', 'orders', 'orders-db']],
    ['pay', ['pay', 'mail', 'orders', 'orders-db']],
  ],
  'Which databases do several teams share?': [['orders-db', ['logistics', 'shop']]],
  'Which APIs does nobody consume?': [['stock', ['stock']]],
  'What is deprecated and still needed?': [[prices, 'pay', ['logistics']]],
  'Which dependencies do we only guess?': [['pay', 'DEPENDS_ON', 'mail', 1]],
}

test('the cookbook has an answer here for each of its questions', () => {
  expect(cookbook.map(({ question }) => question)).toEqual(Object.keys(answers))
})

describe.each(servers)('the cookbook on $name', (server) => {
  beforeAll(async () => {
    const store = await openEmptyNeo4jStore(server)
    await add(store, ...organisation)
    // Bookkeeping lies beside it, and disturbs no answer.
    const put = [reading('acme/shop/backstage', 'catalog-info.yaml', [[web, 'of:web']])]
    await store.commit(commitOf({ readings: { put }, records: [{ stream: 'runs', value: 1 }] }))
    await store.close()
  })

  test.each(cookbook)('$question', async ({ question, cypher }) => {
    const { records } = await askDirectly(server, (driver) => driver.executeQuery(cypher))
    const rows = records.map((record) => record.keys.map((key) => plain(record.get(key))))
    expect(rows).toEqual(answers[question])
  })
})

function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'toNumber' in value ? Number(value) : value
}
