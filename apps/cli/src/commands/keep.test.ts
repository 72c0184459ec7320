import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { alidade, folderOf, serving, shop } from '../testing/run.ts'

async function imported() {
  const folder = folderOf(shop)
  const env = { ALIDADE_DATA: folderOf({}), INIT_CWD: folder }
  await alidade(['import', '.', '--source', 'acme/shop'], { env })
  return { folder, env, elsewhere: { ...env, ALIDADE_DATA: folderOf({}) } }
}

describe('alidade backup and restore', () => {
  it('give another store the same graph and history, and say what was compared', async () => {
    const { env, elsewhere } = await imported()
    const backup = await alidade(['backup', 'shop.backup'], { env })
    expect(backup).toMatchObject({ code: 0, err: 'Writing the backup …\nChecking the backup …\n' })
    expect(backup.out).toMatch(/^Backed up .+ \(SQLite\) to .+shop\.backup, at revision 1, in .+\.\n/)
    expect(backup.out).toContain('6 entities, 6 relations, 1 source, 1 reading, 0 contents, 1 commit')
    expect(backup.out).toContain('compared by count and checksum of each kind, and are the same')

    const restore = await alidade(['restore', 'shop.backup', '--json'], { env: elsewhere })
    expect(restore).toMatchObject({
      code: 0,
      err: 'Checking the backup …\nFilling the store …\nComparing both …\n',
    })
    expect(JSON.parse(restore.out)).toMatchObject({
      did: 'restore',
      revision: 1,
      content: { entities: { count: 6, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    })
    const log = '{ changes(since: 0) { nodes { revision at actor } } }'
    for (const args of [['export'], ['query', '-']]) {
      const [one, other] = [
        await alidade(args, { env, input: log }),
        await alidade(args, { env: elsewhere, input: log }),
      ]
      expect(other).toEqual(one)
    }
  })

  it('backs up while a server has the store', async () => {
    const { env, elsewhere } = await imported()
    const server = await serving([], env)
    expect(await alidade(['backup', 'shop.backup'], { env })).toMatchObject({ code: 0 })
    expect(await server.stop()).toBe(0)
    expect(await alidade(['restore', 'shop.backup'], { env: elsewhere })).toMatchObject({ code: 0 })
  })

  it('refuse a store that is not empty, a file that was cut or altered, and none, with what to do', async () => {
    const { folder, env, elsewhere } = await imported()
    const file = join(folder, 'shop.backup')
    await alidade(['backup', file], { env })
    const refused = async (surroundings: Record<string, string>) => {
      const { code, out, err } = await alidade(['restore', file], { env: surroundings })
      expect([code, out]).toEqual([2, ''])
      return err
    }
    expect(await refused(env)).toMatch(/is not empty, and nothing was changed in it: give an empty one/)
    const whole = readFileSync(file)
    truncateSync(file, whole.length - 20)
    expect(await refused(elsewhere)).toMatch(/breaks off, and nothing was restored from it: use another copy/)
    writeFileSync(file, 'not a backup')
    expect(await refused(elsewhere)).toMatch(/is no backup of Alidade/)
    writeFileSync(file, whole)
    expect(await alidade(['restore', file], { env: elsewhere })).toMatchObject({ code: 0 })
    expect(await alidade(['restore', 'nowhere'], { env })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/can't be read .+ name a file that alidade backup wrote/),
    })
    expect(await alidade(['backup', 'no/such/folder'], { env })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/can't be written to .+ name another file/),
    })
  })

  it('are refused while a running server is meant, and a copy without Neo4j', async () => {
    const env = { ALIDADE_DATA: folderOf({}), ALIDADE_URL: 'http://127.0.0.1:4000' }
    expect(await alidade(['backup', 'a'], { env })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/ALIDADE_URL is set.+unset it/),
    })
    expect(
      await alidade(['copy', '--to', 'neo4j'], { env: { ALIDADE_DATA: env.ALIDADE_DATA } }),
    ).toMatchObject({ code: 2, err: expect.stringContaining('set NEO4J_URI') })
  })
})
