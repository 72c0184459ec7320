import type { Source } from '@alidade/model'
import { describe, expect, test } from 'vitest'
import type { KeyedReading } from '../graph-store.ts'
import { commitOf, reading, service, statement } from './sample-facts.ts'
import type { StoreToTest } from './store-to-test.ts'
import { withStore } from './with-store.ts'

const [cart, pay] = [service('cart'), service('pay')]
const [shop, infra] = ['acme/shop/backstage', 'acme/infra/compose']

const unkeyed = ({ keys: _, ...reading }: KeyedReading) => reading
const headOf = ({ keys: _, statements: _statements, ...head }: KeyedReading) => head

const full = reading(shop, 'services/cart/catalog-info.yaml', [[cart, 'of:cart'], [pay]], {
  hash: 'f'.repeat(64),
  includes: [
    { path: 'README.md', hash: 'a'.repeat(64) },
    { path: 'glob:*.yaml', hash: null },
  ],
  problems: [{ code: 'yaml-malformed', severity: 'error', message: 'mend it', file: 'x.yaml', line: 3 }],
  stale: { since: '2026-11-20T00:00:00.000Z', reason: 'it can no longer be read' },
  statements: [
    {
      subject: { ref: cart, name: 'Cart', scope: 'bare', kinds: ['Service', 'Resource'] },
      description: {
        properties: { title: 'Cart' },
        labels: { a: 'b' },
        annotations: { c: 'd' },
        line: 3,
        confidence: 'declared',
        reason: 'name',
        environment: 'prod',
        firstSeen: '2026-11-20T00:00:00.000Z',
        by: 'ada',
        identities: ['folder:acme/shop#services/cart'],
        sameAs: [{ ref: pay, reason: 'annotation' }],
      },
      relations: [
        {
          type: 'DEPENDS_ON',
          direction: 'out',
          other: { ref: pay, name: 'pay', scope: 'local' },
          line: 9,
          place: { file: '.env', line: 2 },
          confidence: 'inferred',
          reason: 'PAY_URL',
          environment: 'prod',
          count: 3,
          lastSeen: '2026-11-20T00:00:00.000Z',
          firstSeen: '2026-11-19T00:00:00.000Z',
          properties: { protocol: 'http' },
          by: 'ada',
          more: 2,
        },
      ],
    },
    statement(pay),
  ],
})

const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  repository: id.slice(0, id.lastIndexOf('/')),
  reader: id.slice(id.lastIndexOf('/') + 1),
  lastRead: '2026-11-24T09:00:00.000Z',
  ...more,
})

export function specifyReadings(store: StoreToTest): void {
  describe('sources and readings', () => {
    test(
      'gives all sources by id, as they were last put',
      withStore(store, async (store) => {
        const whole = source(shop, { origin: 'https://forge/acme/shop', commit: 'abc', unfinished: true })
        await store.commit(
          commitOf({ sources: { put: [source(shop), source(infra), source('acme/old/x')] } }),
        )
        await store.commit(commitOf({ sources: { put: [whole], remove: ['acme/old/x', 'never/there'] } }))
        expect(await store.sources()).toEqual([source(infra), whole])
      }),
    )

    test(
      'gives back a reading whole, and its head without what it says',
      withStore(store, async (store) => {
        await store.commit(commitOf({ readings: { put: [full] } }))
        expect(await store.readings([full])).toEqual([unkeyed(full)])
        expect(await store.readingHeads()).toEqual([headOf(full)])
      }),
    )

    test(
      'gives readings in the order asked for, undefined where there is none',
      withStore(store, async (store) => {
        const [a, b] = [reading(shop, 'a.yaml', [[cart]]), reading(infra, 'a.yaml')]
        await store.commit(commitOf({ readings: { put: [a, b] } }))
        const nobody = { source: shop, file: 'b.yaml' }
        expect(await store.readings([b, nobody, a, b])).toEqual([
          unkeyed(b),
          undefined,
          unkeyed(a),
          unkeyed(b),
        ])
        await expect(store.readings(Array.from({ length: 1_001 }, () => a))).rejects.toThrow(RangeError)
      }),
    )

    test(
      'gives heads by source, then file, of the sources asked for or of all',
      withStore(store, async (store) => {
        const put = [
          reading(shop, 'b.yaml'),
          reading(infra, 'z.yaml'),
          reading(shop, 'a.yaml'),
          reading('x/y', 'q'),
        ]
        await store.commit(commitOf({ readings: { put } }))
        const names = async (sources?: string[]) =>
          (await store.readingHeads(sources)).map(({ source, file }) => `${source} ${file}`)
        expect(await names()).toEqual([`${infra} z.yaml`, `${shop} a.yaml`, `${shop} b.yaml`, 'x/y q'])
        expect(await names([shop, 'nobody', infra])).toEqual([
          `${infra} z.yaml`,
          `${shop} a.yaml`,
          `${shop} b.yaml`,
        ])
        expect(await names([])).toEqual([])
      }),
    )

    test(
      'replaces a reading with all that it said, and removes it so',
      withStore(store, async (store) => {
        const before = reading(shop, 'a.yaml', [
          [cart, 'old', 'kept'],
          [pay, 'old'],
        ])
        const after = reading(shop, 'a.yaml', [[pay, 'kept']], { hash: '1'.repeat(64) })
        await store.commit(commitOf({ readings: { put: [before] } }))
        await store.commit(commitOf({ readings: { put: [after] } }))
        expect(await store.readings([after])).toEqual([unkeyed(after)])
        expect(await store.statementsByKey(['old'])).toEqual([])
        expect(await store.statementsByKey(['kept'])).toHaveLength(1)
        await store.commit(commitOf({ readings: { remove: [after, { source: shop, file: 'never there' }] } }))
        expect(await store.readings([after])).toEqual([undefined])
        expect(await store.readingHeads()).toEqual([])
        expect(await store.statementsByKey(['kept'])).toEqual([])
      }),
    )

    test(
      'leaves the readings of a source that goes: who wants them gone names them',
      withStore(store, async (store) => {
        const put = [reading(shop, 'a.yaml')]
        await store.commit(commitOf({ sources: { put: [source(shop)] }, readings: { put } }))
        await store.commit(commitOf({ sources: { remove: [shop] } }))
        expect(await store.sources()).toEqual([])
        expect(await store.readingHeads()).toHaveLength(1)
      }),
    )
  })
}
