import { parseRef, type Ruling } from '@alidade/model'
import { describe, expect, it } from 'vitest'
import { service, team } from '../testing/descriptors.ts'
import { anOrganisation, exported, noon } from '../testing/organisation.ts'
import { reresolve } from './reresolve.ts'
import { allRulings } from './rulings.ts'

const by = { actor: 'stated:anna', now: noon }
const same: Ruling = {
  id: '6a7c1b1e-0d0c-4a52-9c0a-111111111111',
  says: 'same',
  a: parseRef('service:default/cart'),
  b: parseRef('service:default/basket'),
  by: 'stated:anna',
  at: noon.toISOString(),
}

describe('what a person says of two names', () => {
  it('makes them one, and taking it back gives the graph back', async () => {
    const { store, ...organisation } = await anOrganisation({
      'a.yaml': `${team('carts')}---\n${service('cart', 'carts')}`,
      'b.yaml': service('web', 'carts', 'component:basket'),
    })
    await organisation.import()
    const before = await exported(store)

    await reresolve(store, { give: same }, by)
    const joined = JSON.parse(await exported(store))
    const refs = joined.entities.map(({ ref }: { ref: string }) => ref)
    expect(refs).not.toContain('service:default/basket')
    expect(joined.relations).toContainEqual(
      expect.objectContaining({ from: 'service:default/web', to: 'service:default/cart' }),
    )

    await reresolve(store, { undo: same.id, of: same }, by)
    expect(await exported(store)).toBe(before)
    expect(await allRulings(store)).toEqual([{ ruling: same, undone: true }])
  })

  it('holds for what is imported later', async () => {
    const { store, ...organisation } = await anOrganisation({ 'a.yaml': service('cart', 'carts') })
    await organisation.import()
    await reresolve(store, { give: same }, by)
    organisation.write({ 'b.yaml': service('web', 'carts', 'component:basket') })
    await organisation.import()
    expect(await store.entities([same.b])).toEqual([undefined])
  })
})
