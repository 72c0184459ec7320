import { describe, expect, test } from 'vitest'
import type { GraphStore } from '../graph-store.ts'
import { add, commitOf, entity, relation, service, team } from './sample-facts.ts'
import type { StoreToTest } from './store-to-test.ts'
import { withStore } from './with-store.ts'

const [web, cart, pay, mail, shop] = [
  service('web'),
  service('cart'),
  service('pay'),
  service('mail'),
  team('shop'),
]
const webCart = relation(web, 'DEPENDS_ON', cart)
const webPay = relation(web, 'DEPENDS_ON', pay)
const webMail = relation(web, 'CONSUMES', mail)
const cartPay = relation(cart, 'DEPENDS_ON', pay)
const shopPay = relation(shop, 'OWNS', pay)
const payPay = relation(pay, 'RELATES_TO', pay)

const fill = (store: GraphStore) =>
  add(
    store,
    ...[web, cart, pay, mail, shop].map((ref) => entity(ref)),
    ...[webPay, shopPay, webCart, payPay, cartPay, webMail],
  )

export function specifyRelationsOf(store: StoreToTest): void {
  describe('relationsOf', () => {
    test(
      'gives a page for each ref, in the order asked for, empty where there is nothing',
      withStore(store, async (store) => {
        await fill(store)
        const refs = [cart, service('nobody'), mail, cart]
        const one = { relations: [cartPay], total: 1 }
        const none = { relations: [], total: 0 }
        expect(await store.relationsOf(refs, { direction: 'out', limit: 10 })).toEqual([one, none, none, one])
        expect(await store.relationsOf([], { direction: 'out', limit: 10 })).toEqual([])
      }),
    )

    test(
      'orders by type, then by the other end, in both directions',
      withStore(store, async (store) => {
        await fill(store)
        const [out] = await store.relationsOf([web], { direction: 'out', limit: 10 })
        expect(out).toEqual({ relations: [webMail, webCart, webPay], total: 3 })
        const [into] = await store.relationsOf([pay], { direction: 'in', limit: 10 })
        expect(into).toEqual({ relations: [cartPay, webPay, shopPay, payPay], total: 4 })
      }),
    )

    test(
      'counts what the limit hides, for each ref by itself; with a limit of 0 it only counts',
      withStore(store, async (store) => {
        await fill(store)
        const pages = await store.relationsOf([web, pay], { direction: 'out', limit: 2 })
        expect(pages).toEqual([
          { relations: [webMail, webCart], total: 3 },
          { relations: [payPay], total: 1 },
        ])
        expect(await store.relationsOf([web], { direction: 'out', limit: 0 })).toEqual([
          { relations: [], total: 3 },
        ])
      }),
    )

    test(
      'gives and counts only the types asked for, none for none',
      withStore(store, async (store) => {
        await fill(store)
        const types = ['OWNS', 'RELATES_TO'] as const
        const [page] = await store.relationsOf([pay], { direction: 'in', types, limit: 1 })
        expect(page).toEqual({ relations: [shopPay], total: 2 })
        expect(await store.relationsOf([pay], { direction: 'in', types: [], limit: 1 })).toEqual([
          { relations: [], total: 0 },
        ])
      }),
    )

    test(
      'gives one end of a relation to itself in each direction',
      withStore(store, async (store) => {
        await fill(store)
        const types = ['RELATES_TO'] as const
        for (const direction of ['out', 'in'] as const) {
          expect(await store.relationsOf([pay], { direction, types, limit: 9 })).toEqual([
            { relations: [payPay], total: 1 },
          ])
        }
      }),
    )

    test(
      'forgets a relation that went',
      withStore(store, async (store) => {
        await fill(store)
        await store.commit(commitOf({ delta: { entities: [], relations: [{ before: webCart }] } }))
        const [page] = await store.relationsOf([web], { direction: 'out', types: ['DEPENDS_ON'], limit: 9 })
        expect(page).toEqual({ relations: [webPay], total: 1 })
      }),
    )

    test(
      'refuses more than 10,000 refs, and a limit that is no count',
      withStore(store, async (store) => {
        const refs = Array.from({ length: 10_001 }, () => web)
        await expect(store.relationsOf(refs, { direction: 'out', limit: 1 })).rejects.toThrow(RangeError)
        await expect(store.relationsOf([web], { direction: 'out', limit: -1 })).rejects.toThrow(RangeError)
        await expect(store.relationsOf([web], { direction: 'out', limit: 1.5 })).rejects.toThrow(RangeError)
      }),
    )
  })
}
