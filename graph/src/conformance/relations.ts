import { describe, expect, test } from 'vitest'
import { add, commitOf, entity, place, relation, service, team } from './sample-facts.ts'
import type { StoreToTest } from './store-to-test.ts'
import { withStore } from './with-store.ts'

const [cart, pay, shop] = [service('cart'), service('pay'), team('shop')]
const owns = relation(shop, 'OWNS', cart, {
  properties: { role: 'maintainer', since: 2024, nested: { list: [1, 'two'] } },
  evidence: [
    place('catalog-info.yaml', { line: 12 }),
    place('traffic.json', { confidence: 'observed', count: 41, lastSeen: '2026-11-23T10:00:00.000Z' }),
  ],
  moreEvidence: 3,
})
const depends = relation(cart, 'DEPENDS_ON', pay)

export function specifyRelations(store: StoreToTest): void {
  describe('relations', () => {
    test(
      'gives back each with its evidence, in the order asked for, undefined where there is none',
      withStore(store, async (store) => {
        await add(store, entity(cart), entity(pay), entity(shop), owns, depends)
        const backwards = { from: pay, type: 'DEPENDS_ON', to: cart } as const
        const otherType = { ...depends, type: 'RELATES_TO' } as const
        expect(await store.relations([depends, backwards, owns, otherType, depends])).toEqual([
          depends,
          undefined,
          owns,
          undefined,
          depends,
        ])
        expect(await store.relations([])).toEqual([])
      }),
    )

    test(
      'gives what it last became, or nothing once it went',
      withStore(store, async (store) => {
        await add(store, entity(cart), entity(pay), entity(shop), owns, depends)
        const after = relation(shop, 'OWNS', cart, {
          evidence: [place('CODEOWNERS', { confidence: 'inferred' })],
        })
        const relations = [{ before: owns, after }, { before: depends }]
        await store.commit(commitOf({ delta: { entities: [], relations } }))
        expect(await store.relations([owns, depends])).toEqual([after, undefined])
      }),
    )

    test(
      'refuses more than 10,000 keys at once',
      withStore(store, async (store) => {
        const keys = Array.from({ length: 10_001 }, () => depends)
        await expect(store.relations(keys)).rejects.toThrow(RangeError)
      }),
    )
  })
}
