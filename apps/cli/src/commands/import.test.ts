import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { alidade, component, folderOf, shop, start } from '../testing/run.ts'

function prepared(files: Readonly<Record<string, string>> = shop) {
  const data = folderOf({})
  const folder = folderOf(files)
  const env = { ALIDADE_DATA: data, INIT_CWD: folder }
  return { data, folder, env }
}

describe('alidade import', () => {
  it('says on standard output what changed, and on standard error how far it is', async () => {
    const { data, env } = prepared()
    const first = await alidade(['import', '.', '--source', 'acme/shop'], { env })
    expect(first.code).toBe(0)
    expect(first.out.replace(/\d+ ms|\d+\.\d s/, '… ms')).toBe(`${data} (SQLite) is at revision 1, after … ms.
  acme/shop/backstage: 1 file new or changed
  Entities: 6 new, 0 changed, 0 gone.
  Relations: 6 new, 0 changed, 0 gone.
`)
    expect(first.err).toBe('Reading files …\nWorking out what changes …\nWriting …\n')

    const second = await alidade(['import', '.', '--source', 'acme/shop'], { env })
    expect(second.out).toMatch(
      /is at revision 1.+\n {2}acme\/shop\/backstage: unchanged\n {2}No fact changes\.\n$/,
    )
  })

  it('takes paths relative to where it was called', async () => {
    const { folder, env } = prepared()
    const { out } = await alidade(['import', 'catalog.yaml'], { env })
    expect(out).toContain('1 file new or changed')
    const { code } = await alidade(['import', 'catalog.yaml'], {
      env: { ALIDADE_DATA: env.ALIDADE_DATA },
      cwd: folder,
    })
    expect(code).toBe(0)
  })

  it('only says what would change, when it is tried', async () => {
    const { env } = prepared()
    const { code, out } = await alidade(['import', '.', '--dry-run'], { env })
    expect([code, out]).toEqual([0, expect.stringContaining('nothing was written')])
    expect(out).toContain('  + service:default/cart\n')
    expect(out).toContain('  + service:default/web DEPENDS_ON service:default/cart\n')
    const { out: document } = await alidade(['export'], { env })
    expect(JSON.parse(document)).toEqual({ version: 1, sources: [], entities: [], relations: [] })
  })

  it('reports problems with file, line and remedy, and is done all the same', async () => {
    const bad = {
      ...shop,
      'bad.yaml': 'apiVersion: backstage.io/v1alpha1\nkind: Nonsense\nmetadata: {name: a}\n',
    }
    const { env } = prepared(bad)
    const { code, out } = await alidade(['import', '.', './nowhere'], { env })
    expect(code).toBe(0)
    expect(out).toContain('\n2 problems:\n')
    expect(out).toMatch(
      /\n {2}error bad\.yaml:2 Nonsense is no kind .+ leave it out of the import \[kind-not-read\]\n/,
    )
    expect(out).toMatch(/\n {2}error nowhere:1 there is no such file .+ \[file-missing\]\n/)
  })

  it('is not done where there was nothing to read, and says so', async () => {
    const { env } = prepared({ 'notes.txt': 'nothing of ours' })
    const { code, out } = await alidade(['import', '.', './nowhere'], { env })
    expect(code).toBe(2)
    expect(out).toContain('Nothing was found that can be read.')
    expect(out).toContain('there is no such file or folder')
  })

  it('gives the whole report as JSON', async () => {
    const { folder, env } = prepared()
    await alidade(['import', '.'], { env })
    rmSync(join(folder, 'catalog.yaml'))
    writeFileSync(
      join(folder, 'other.yaml'),
      String(shop['catalog.yaml']).replace('component:payment', 'component:nothing'),
    )
    const { code, out } = await alidade(['import', '.', '--json'], { env })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      dryRun: false,
      revision: 2,
      sources: [{ changed: 1, gone: 1, stale: 0 }],
      relations: { added: 1, removed: 1 },
      unresolved: ['service:default/nothing'],
      problems: [],
    })
  })

  it('is by whom it says, else by the user, as stated', async () => {
    const { env } = prepared()
    await alidade(['import', '.', '--as', 'anna'], { env })
    const log = '{ changes(since: 0) { nodes { actor } } }'
    const { out } = await alidade(['query', '-'], { env, input: log })
    const { nodes } = JSON.parse(out).data.changes
    expect(new Set(nodes.map(({ actor }: { actor: string }) => actor))).toEqual(new Set(['stated:anna']))
    const { code, err } = await alidade(['import', '.', '--as', ' '], { env })
    expect([code, err]).toEqual([2, expect.stringContaining('kept with who made it')])
  })

  it('is refused while a running server is meant', async () => {
    const { env } = prepared()
    const { code, out, err } = await alidade(['import', '.'], {
      env: { ...env, ALIDADE_URL: 'http://127.0.0.1:4000' },
    })
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^alidade: ALIDADE_URL is set.+unset it, and import on the machine/)
  })

  it('is not done where the store can not be kept', async () => {
    const { folder } = prepared()
    const env = { ALIDADE_DATA: join(folder, 'catalog.yaml') }
    const { code, err } = await alidade(['import', folder], { env })
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^alidade: the graph can't be kept in .+ choose another folder\n$/),
    ])
  })

  it.each(['SIGINT', 'SIGKILL'] as const)(
    'that is broken off (%s) is completed by the next',
    async (signal) => {
      const many = Array.from({ length: 2_000 }, (_, n) =>
        component(`s-${n}`, 'owner: carts', `component:s-${n + 1}`),
      )
      const { env } = prepared({ 'many.yaml': many.join('---\n') })
      const child = start(['import', '.', '--source', 'acme/shop'], { env })
      let said = ''
      child.stderr?.on('data', (piece: Buffer) => {
        said += piece
        if (said.includes('Writing') && !child.killed) child.kill(signal)
      })
      const [code, by] = await once(child, 'exit')
      if (signal === 'SIGINT')
        expect([code, said]).toEqual([2, expect.stringContaining('run it again to complete it')])
      else expect(by).toBe('SIGKILL')

      const { code: then, out } = await alidade(['import', '.', '--source', 'acme/shop', '--json'], { env })
      expect(then).toBe(0)
      expect(JSON.parse(out).problems).toEqual([])
      const { entities, relations } = JSON.parse((await alidade(['export'], { env })).out)
      expect([entities.length, relations.length]).toEqual([2_002, 4_000])
    },
  )

  it('reads an export back into the same document', async () => {
    const { env } = prepared()
    await alidade(['import', '.'], { env })
    const { out: document } = await alidade(['export', '--format', 'json'], { env })
    const again = prepared({ 'graph.json': document })
    expect(await alidade(['import', 'graph.json'], again)).toMatchObject({ code: 0 })
    expect((await alidade(['export'], again)).out).toBe(document)
  })
})
