import { expect, test } from 'vitest'
import { inFolder } from '../conformance/in-folder.ts'
import { add, collect, commitOf, entity, service } from '../conformance/sample-facts.ts'
import { openSqliteStore } from './open.ts'

const cart = service('cart')
const large = Array.from({ length: 500 }, (_, n) =>
  entity(service(`s${n}`), { properties: { description: `${n} `.repeat(1_000) } }),
)

test(
  'a commit that the disk has no room for is refused whole; the store goes on reading and takes what has room',
  inFolder(async (folder) => {
    const store = await openSqliteStore({ folder, mostPages: 60 })
    await add(store, entity(cart))
    await expect(add(store, ...large)).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(
        /graph\.sqlite is full, and nothing was changed: make room, then repeat/,
      ),
    })
    expect(await store.revision()).toBe(1)
    expect(await store.entities([cart, service('s0')])).toEqual([entity(cart), undefined])
    expect(await collect(store.scan())).toHaveLength(1)
    expect(await add(store, entity(service('pay')))).toBe(2)
    await store.close()

    const roomier = await openSqliteStore({ folder })
    expect(await roomier.entities([cart])).toEqual([entity(cart)])
    expect(await add(roomier, ...large)).toBe(3)
    await roomier.close()
  }),
)

test(
  'a lease that the disk has no room for is refused in the same words',
  inFolder(async (folder) => {
    const store = await openSqliteStore({ folder, mostPages: 60 })
    const name = 'a long name '.repeat(60_000)
    await expect(store.acquireLease(name, 'ada', 1_000)).rejects.toMatchObject({ code: 'disk-full' })
    expect(await store.commit(commitOf({}))).toBe(1)
    await store.close()
  }),
)

test(
  'a store that has no room to begin with is not opened',
  inFolder(async (folder) => {
    const options = { folder, mostPages: 10 }
    await expect(openSqliteStore(options)).rejects.toMatchObject({ code: 'disk-full' })
  }),
)
