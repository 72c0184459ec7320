import { entityHead, relationHead } from '@alidade/model'
import { describe, expect, test } from 'vitest'
import { add, collect, commitOf, entity, place, relation, service, team } from './sample-facts.ts'
import type { StoreToTest } from './store-to-test.ts'
import { withStore } from './with-store.ts'

const [cart, pay, shop] = [service('cart'), service('pay'), team('shop')]

export function specifyScan(store: StoreToTest): void {
  describe('scan', () => {
    test(
      'gives the head of every entity, then of every relation',
      withStore(store, async (store) => {
        const said = { properties: { type: 'service' }, labels: { tier: '1' }, annotations: { a: 'b' } }
        const entities = [
          entity(cart, {
            ...said,
            aliases: [{ ref: service('shop/cart'), reason: 'same folder' }],
            statements: [
              { source: 'a', ...said, evidence: [place('a')], moreEvidence: 0 },
              { source: 'b', ...said, labels: { tier: '2' }, evidence: [place('b')], moreEvidence: 0 },
            ],
          }),
          entity(pay, { unresolved: true, mentions: [place('x')] }),
          entity(shop),
        ]
        const relations = [
          relation(shop, 'OWNS', cart, { properties: { role: 'lead' }, moreEvidence: 7 }),
          relation(cart, 'DEPENDS_ON', pay, {
            evidence: [place('a', { confidence: 'inferred' }), place('b', { confidence: 'contract' })],
          }),
        ]
        await add(store, ...entities, ...relations)
        const chunks = await collect(store.scan())
        const kinds = chunks.map((chunk) => ('entities' in chunk ? 'entities' : 'relations'))
        expect(kinds.join()).toMatch(/^(entities,)+relations(,relations)*$/)
        const [foundEntities, foundRelations] = [
          chunks.flatMap((chunk) => ('entities' in chunk ? chunk.entities : [])),
          chunks.flatMap((chunk) => ('relations' in chunk ? chunk.relations : [])),
        ]
        expect(foundEntities).toHaveLength(3)
        expect(foundEntities).toEqual(expect.arrayContaining(entities.map(entityHead)))
        expect(foundRelations).toHaveLength(2)
        expect(foundRelations).toEqual(expect.arrayContaining(relations.map(relationHead)))
      }),
    )

    test(
      'gives chunks of at most 5,000, each thing once, while commits go on',
      withStore(store, async (store) => {
        const refs = Array.from({ length: 5_001 }, (_, n) => service(`s${n}`))
        const changes = refs.map((ref) => ({ after: entity(ref) }))
        for (const entities of [changes.slice(0, 5_000), changes.slice(5_000)]) {
          await store.commit(commitOf({ delta: { entities, relations: [] } }))
        }
        const found: string[] = []
        for await (const chunk of store.scan()) {
          if (!('entities' in chunk)) continue
          expect(chunk.entities.length).toBeLessThanOrEqual(5_000)
          found.push(...chunk.entities.map(({ ref }) => ref))
          await add(store, entity(service(`later${found.length}`)))
        }
        expect(found.filter((ref) => !ref.includes('later')).sort()).toEqual([...refs].sort())
      }),
    )

    test(
      'can be left before its end',
      withStore(store, async (store) => {
        await add(store, entity(cart), entity(pay), relation(cart, 'DEPENDS_ON', pay))
        for await (const chunk of store.scan()) {
          expect(chunk).toHaveProperty('entities')
          break
        }
        expect(await add(store, entity(shop))).toBe(2)
      }),
    )

    test(
      'gives nothing of an empty store',
      withStore(store, async (store) => {
        expect(await collect(store.scan())).toEqual([])
      }),
    )
  })
}
