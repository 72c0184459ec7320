import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { inFolder } from '../conformance/in-folder.ts'
import { add, entity, relation, service } from '../conformance/sample-facts.ts'
import { openSqliteStore } from './open.ts'

const run = promisify(execFile)
const program = fileURLToPath(new URL('./commit-from-outside.ts', import.meta.url))

test(
  'processes that write to one store, from before there is one, take turns: nothing is lost and no revision given twice',
  inFolder(async (folder) => {
    const names = ['a', 'b']
    await Promise.all(names.map((name) => run(process.execPath, [program, folder, name, '20'])))
    const store = await openSqliteStore({ folder })
    const refs = names.flatMap((name) => Array.from({ length: 20 }, (_, n) => service(`${name}${n}`)))
    expect((await store.entities(refs)).filter(Boolean)).toHaveLength(40)
    expect((await store.changes({ since: 0, limit: 100 })).commits.map(({ revision }) => revision)).toEqual(
      refs.map((_, n) => n + 1),
    )
    await store.close()
  }),
)

test(
  'a write waits for another process that is writing, while reading goes on',
  inFolder(async (folder) => {
    const store = await openSqliteStore({ folder })
    await add(store, entity(service('cart')))
    const other = new DatabaseSync(join(folder, 'graph.sqlite'))
    other.exec('begin immediate')
    let done = false
    const commit = add(store, entity(service('pay'))).finally(() => {
      done = true
    })
    await setTimeout(100)
    expect(await store.entities([service('cart'), service('pay')])).toEqual([
      entity(service('cart')),
      undefined,
    ])
    expect(done).toBe(false)
    other.exec('commit')
    expect(await commit).toBe(2)
    other.close()
    await store.close()
  }),
)

test(
  'a write that waited for too long is refused and changes nothing',
  inFolder(async (folder) => {
    const store = await openSqliteStore({ folder, longestWait: 50 })
    const other = new DatabaseSync(join(folder, 'graph.sqlite'))
    other.exec('begin immediate')
    await expect(add(store, entity(service('cart')))).rejects.toMatchObject({
      code: 'store-busy',
      message: expect.stringMatching(/another program is writing .* let it finish or stop it, then repeat/),
    })
    other.exec('rollback')
    other.close()
    expect(await store.revision()).toBe(0)
    expect(await add(store, entity(service('cart')))).toBe(1)
    await store.close()
  }),
)

test(
  'a scan gives one state, whatever is committed while it is read',
  inFolder(async (folder) => {
    const store = await openSqliteStore({ folder })
    const refs = Array.from({ length: 5_000 }, (_, n) => service(`s${n}`))
    await add(store, ...refs.map((ref) => entity(ref)))
    const scans = [store.scan(), store.scan()].map(async (scan, number) => {
      let facts = 0
      for await (const chunk of scan) {
        facts += 'entities' in chunk ? chunk.entities.length : chunk.relations.length
        const [from, to] = [refs[number], refs[number + 2]]
        if (from && to)
          await add(store, entity(service(`later${number}-${facts}`)), relation(from, 'USES', to))
      }
      return facts
    })
    expect(await Promise.all(scans)).toEqual([5_000, 5_000])
    expect(await store.revision()).toBe(3)
    await store.close()
  }),
)
