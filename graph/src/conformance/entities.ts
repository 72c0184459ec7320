import { parseRef } from '@alidade/model'
import { describe, expect, test } from 'vitest'
import { add, commitOf, entity, place, service, team } from './sample-facts.ts'
import type { StoreToTest } from './store-to-test.ts'
import { withStore } from './with-store.ts'

const [cart, pay] = [service('cart'), service('pay')]

const everything = entity(cart, {
  name: 'Cart',
  properties: {
    title: 'The cart',
    tags: ['java', 'tier-1'],
    links: [{ url: 'https://cart', nested: { deep: [null, 1.5, true] } }],
  },
  labels: { tier: '1', 'app.io/name': 'cart' },
  annotations: { __proto__x: 'kept', constructor: 'kept too' },
  aliases: [{ ref: service('shop/cart'), reason: 'same repository and folder (acme/shop, services/cart)' }],
  candidates: [{ ref: service('basket'), reason: 'the same name' }],
  statements: [
    {
      source: 'acme/shop/backstage',
      properties: { title: 'The cart' },
      labels: { tier: '1' },
      annotations: {},
      evidence: [place('catalog-info.yaml', { line: 7, firstSeen: '2026-11-24T09:00:00.000Z', by: 'ada' })],
      moreEvidence: 4,
    },
  ],
})

export function specifyEntities(store: StoreToTest): void {
  describe('entities', () => {
    test(
      'gives back all that was said, in the order asked for, undefined where there is nothing',
      withStore(store, async (store) => {
        await add(store, everything, entity(pay))
        expect(await store.entities([pay, service('nobody'), cart, pay])).toEqual([
          entity(pay),
          undefined,
          everything,
          entity(pay),
        ])
        expect(await store.entities([])).toEqual([])
      }),
    )

    test(
      'gives back an unresolved one with every place that names it',
      withStore(store, async (store) => {
        const ghost = entity(team('ghost'), {
          unresolved: true,
          mentions: [
            place('a.yaml'),
            place('b.yaml', { confidence: 'inferred', reason: 'PAY_URL', environment: 'prod' }),
          ],
          moreMentions: 12,
        })
        await add(store, ghost)
        expect(await store.entities([ghost.ref])).toEqual([ghost])
      }),
    )

    test(
      'tells refs apart by their case and sign, and knows no aliases',
      withStore(store, async (store) => {
        const refs = ['#Query.user', '#query.user', '#GET /users/{id}?q="ä" \\'].map((key) =>
          parseRef(`api:default/shop${key}`),
        )
        await add(store, everything, ...refs.map((ref) => entity(ref)))
        expect((await store.entities(refs)).map((found) => found?.ref)).toEqual(refs)
        expect(await store.entities([service('shop/cart')])).toEqual([undefined])
      }),
    )

    test(
      'gives what it last became, or nothing once it went',
      withStore(store, async (store) => {
        await add(store, everything, entity(pay))
        const renamed = entity(cart, { name: 'Basket', labels: { tier: '2' } })
        const entities = [{ before: everything, after: renamed }, { before: entity(pay) }]
        await store.commit(commitOf({ delta: { entities, relations: [] } }))
        expect(await store.entities([cart, pay])).toEqual([renamed, undefined])
      }),
    )

    test(
      'answers 10,000 refs at once and refuses more',
      withStore(store, async (store) => {
        await add(store, entity(pay))
        const refs = Array.from({ length: 10_000 }, (_, n) => (n === 9_999 ? pay : service(`s${n}`)))
        expect((await store.entities(refs)).at(-1)).toEqual(entity(pay))
        await expect(store.entities([...refs, cart])).rejects.toThrow(RangeError)
      }),
    )
  })
}
