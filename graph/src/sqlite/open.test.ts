import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { inFolder } from '../conformance/in-folder.ts'
import { add, collect, commitOf, entity, service } from '../conformance/sample-facts.ts'
import { openSqliteStore } from './open.ts'

const [cart, pay] = [service('cart'), service('pay')]

test(
  'makes the folder that it is to lie in, and finds there later what was committed',
  inFolder(async (root) => {
    const folder = join(root, 'not', 'yet')
    const first = await openSqliteStore({ folder })
    await add(first, entity(cart))
    await first.close()
    expect((await stat(join(folder, 'graph.sqlite'))).isFile()).toBe(true)
    const second = await openSqliteStore({ folder })
    expect(await second.entities([cart])).toEqual([entity(cart)])
    expect(await second.revision()).toBe(1)
    await second.close()
  }),
)

test(
  'refuses a folder that can not be one, and says what to do',
  inFolder(async (root) => {
    await writeFile(join(root, 'file'), '')
    await expect(openSqliteStore({ folder: join(root, 'file', 'in') })).rejects.toMatchObject({
      code: 'store-unusable',
      message: expect.stringMatching(/let Alidade write there, or choose another folder/),
    })
    await mkdir(join(root, 'graph.sqlite'))
    await expect(openSqliteStore({ folder: root })).rejects.toMatchObject({ code: 'store-unusable' })
  }),
)

test(
  'refuses a file that is no store, and leaves it as it is',
  inFolder(async (folder) => {
    await writeFile(
      join(folder, 'graph.sqlite'),
      'these are the notes of somebody, and no database at all\n'.repeat(99),
    )
    await expect(openSqliteStore({ folder })).rejects.toMatchObject({
      code: 'store-damaged',
      message: expect.stringMatching(/put a backup in its place, or move it away/),
    })
    expect((await stat(join(folder, 'graph.sqlite'))).size).toBe(99 * 56)
  }),
)

test(
  'refuses a store of a newer version, with what to do, and leaves it as it is',
  inFolder(async (folder) => {
    const file = new DatabaseSync(join(folder, 'graph.sqlite'))
    file.exec('create table later (a); pragma user_version = 99')
    await expect(openSqliteStore({ folder })).rejects.toMatchObject({
      code: 'store-newer',
      message: expect.stringMatching(/its version is 99.* use that Alidade or a newer one/),
    })
    expect(file.prepare('select name from sqlite_schema').all()).toEqual([{ name: 'later' }])
    file.close()
  }),
)

test(
  'a store that is closed refuses everything, a scan and a lease too, and can be closed again',
  inFolder(async (folder) => {
    const store = await openSqliteStore({ folder })
    await store.close()
    await store.close()
    for (const ask of [
      () => store.revision(),
      () => store.entities([cart]),
      () => collect(store.scan()),
      () => store.commit(commitOf({})),
      () => store.acquireLease('import', 'ada', 1_000),
    ]) {
      await expect(ask()).rejects.toThrow(/is closed/)
    }
  }),
)

test(
  'two stores on one folder see what the other commits, and their revisions are one count',
  inFolder(async (folder) => {
    const [one, other] = [await openSqliteStore({ folder }), await openSqliteStore({ folder })]
    expect(await add(one, entity(cart))).toBe(1)
    expect(await add(other, entity(pay))).toBe(2)
    expect(await one.entities([cart, pay])).toEqual([entity(cart), entity(pay)])
    expect(await other.entities([cart, pay])).toEqual([entity(cart), entity(pay)])
    await one.close()
    expect(await add(other, entity(service('mail')))).toBe(3)
    await other.close()
  }),
)
