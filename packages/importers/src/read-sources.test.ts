import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ReadingHead, Statement } from '@alidade/model'
import { makeRef } from '@alidade/model'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FoundSources, type Request, readSources } from './read-sources.ts'
import type { Reader } from './reader.ts'

/** Reads lines: `service NAME` describes one, `include PATH`, `find PATTERN` and `follow PATH` look around, `broken` is broken. */
function lineReader(reads: string[] = [], version = 1): Reader {
  return {
    name: 'lines',
    reads: 'lists of services (`.txt`)',
    version,
    mayRead: (path) => path.endsWith('.txt'),
    recognises: (_, text) => text.startsWith('#services'),
    async read({ path, text, surroundings }) {
      reads.push(path)
      const statements: Statement[] = []
      const follow: string[] = []
      for (const [word, value = ''] of text.split('\n').map((line) => line.split(' '))) {
        if (word === 'broken') return { statements: [], problems: [], follow, unreadable: 'line 2: broken' }
        if (word === 'include') await surroundings.readText(value).catch(() => undefined)
        if (word === 'find') await surroundings.glob(value)
        if (word === 'follow') follow.push(value)
        if (word !== 'service') continue
        statements.push({
          subject: { ref: makeRef('Service', 'x', value), name: value, scope: 'full' },
          relations: [],
        })
      }
      return { statements, problems: [], follow }
    },
  }
}

let root: string
beforeEach(async () => {
  root = join(await realpath(await mkdtemp(join(tmpdir(), 'import-'))), 'shop')
  await mkdir(root)
})
afterEach(() => rm(dirname(root), { recursive: true }))

async function write(path: string, text: string | Uint8Array) {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

/** What a store would know after what was found. */
function remember(found: FoundSources, before: readonly ReadingHead[] = []): readonly ReadingHead[] {
  const key = ({ source, file }: { source: string; file: string }) => `${source} ${file}`
  const known = new Map(before.map((head) => [key(head), head]))
  for (const reading of found.changed) known.set(key(reading), reading)
  for (const gone of found.gone) known.delete(key(gone))
  return [...known.values()]
}

function read(known: readonly ReadingHead[] = [], more: Partial<Request> = {}, reader = lineReader()) {
  const request = {
    paths: [root],
    known: async (source: string) => known.filter((head) => head.source === source),
    now: '2026-11-24T09:00:00.000Z',
    ...more,
  }
  return readSources(request, [reader])
}

/** The administrator may list every folder; as nobody, not even the administrator. */
async function withoutPrivileges<Result>(work: () => Promise<Result>): Promise<Result> {
  const isAdministrator = process.getuid?.() === 0
  if (isAdministrator) process.seteuid?.('nobody')
  try {
    return await work()
  } finally {
    if (isAdministrator) process.seteuid?.(0)
  }
}

const filesOf = ({ changed }: FoundSources) => changed.map(({ source, file }) => `${source}: ${file}`)
const problemsOf = ({ problems }: FoundSources) =>
  problems.map(({ source, file, line, code }) => `${source} ${file}:${line} ${code}`)

describe('what an import reads', () => {
  it('is every file that a reader recognises, by its path from the root of its repository', async () => {
    await write('b/two.txt', '#services\nservice two')
    await write('a.txt', '#services\nservice one')
    await write('other.txt', 'something else')
    await write('node_modules/x/c.txt', '#services')
    const found = await read()
    expect(filesOf(found)).toEqual(['shop/lines: a.txt', 'shop/lines: b/two.txt'])
    expect(found.sources).toEqual([
      { id: 'shop/lines', repository: 'shop', reader: 'lines', lastRead: '2026-11-24T09:00:00.000Z' },
    ])
    expect(JSON.stringify(found)).not.toContain(root)
  })

  it('belongs to the nearest checkout', async () => {
    await write('one/.git/config', '[remote "origin"]\n\turl = https://u:p@github.com/acme/one.git\n')
    await write('one/sub/a.txt', '#services')
    await write('two/.git/HEAD', 'x')
    await write('two/b.txt', '#services')
    await write('c.txt', '#services')
    expect(filesOf(await read())).toEqual([
      'acme/one/lines: sub/a.txt',
      'shop/lines: c.txt',
      'two/lines: b.txt',
    ])
    expect(filesOf(await read([], { paths: [join(root, 'one/sub')] }))).toEqual(['acme/one/lines: sub/a.txt'])
    expect(filesOf(await read([], { repository: { name: 'sample' } }))).toEqual([
      'sample/lines: c.txt',
      'sample/lines: one/sub/a.txt',
      'sample/lines: two/b.txt',
    ])
  })

  it('is only the first of two checkouts of one repository', async () => {
    for (const name of ['a', 'b']) {
      await write(`${name}/.git/config`, '[remote "origin"]\n\turl = https://github.com/acme/one.git\n')
      await write(`${name}/a.txt`, '#services')
    }
    const found = await read()
    expect(filesOf(found)).toEqual(['acme/one/lines: a.txt'])
    expect(problemsOf(found)).toEqual(['acme/one .:1 repository-twice'])
  })

  it('includes files that others name, whatever they are called, and each once', async () => {
    await write('a.txt', '#services\nfollow b.list\nfollow c.txt')
    await write('b.list', 'service b\nfollow a.txt')
    await write('c.txt', '#services')
    const found = await read()
    expect(filesOf(found)).toEqual(['shop/lines: a.txt', 'shop/lines: b.list', 'shop/lines: c.txt'])
    const again = await read(remember(found))
    expect([again.unchanged, again.changed, again.gone]).toEqual([3, [], []])
  })

  it('may be stopped', async () => {
    await write('a.txt', '#services')
    await expect(read([], { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped')
  })
})

describe('a second import', () => {
  it('asks the reader only for what changed', async () => {
    await write('a.txt', '#services\nservice one')
    await write('b.txt', '#services\nservice two')
    const known = remember(await read())
    await write('b.txt', '#services\nservice three')
    const reads: string[] = []
    const found = await read(known, {}, lineReader(reads))
    expect(reads).toEqual(['b.txt'])
    expect([found.unchanged, filesOf(found), found.gone]).toEqual([1, ['shop/lines: b.txt'], []])
  })

  it.each([
    ['an included file', 'include inc/x.env', () => write('inc/x.env', 'B')],
    ['a file that was looked for and not there', 'include inc/y.env', () => write('inc/y.env', 'new')],
    ['what a pattern finds', 'find inc/*.env', () => write('inc/z.env', '')],
    ['what a pattern finds further down', 'find inc/**/*.env', () => write('inc/d/e/z.env', '')],
    ['what a pattern finds in each folder', 'find */d/*.env', () => write('inc/d/z.env', '')],
  ])('notices a change of %s', async (_, line, change) => {
    await write('inc/x.env', 'A')
    await write('a.txt', `#services\n${line}`)
    const known = remember(await read())
    expect((await read(known)).unchanged).toBe(1)
    await change()
    expect(filesOf(await read(known))).toEqual(['shop/lines: a.txt'])
  })

  it('notices a new version of the reader', async () => {
    await write('a.txt', '#services')
    const known = remember(await read())
    expect((await read(known, {}, lineReader([], 2))).changed).toHaveLength(1)
  })

  it('finds gone what lies under its paths, and nothing else', async () => {
    for (const path of ['x/a.txt', 'x/b.txt', 'y/a.txt']) await write(path, '#services')
    const known = remember(await read())
    await rm(join(root, 'x/b.txt'))
    await rm(join(root, 'y/a.txt'))
    await write('.git/HEAD', '')
    const found = await read(known, { paths: [join(root, 'x')] })
    expect(found.gone).toEqual([{ source: 'shop/lines', file: 'x/b.txt' }])
    expect((await read(known)).gone.map(({ file }) => file)).toEqual(['x/b.txt', 'y/a.txt'])
  })

  it('keeps, as stale, a file that is there and can not be read, until it can', async () => {
    await write('a.txt', '#services\nservice one')
    const known = remember(await read())
    await write('a.txt', '#services\nbroken')
    const broken = await read(known)
    expect(broken.changed).toMatchObject([
      {
        file: 'a.txt',
        statements: [],
        stale: { since: '2026-11-24T09:00:00.000Z', reason: 'line 2: broken' },
      },
    ])
    const stale = remember(broken, known)
    expect((await read(stale, { now: '2026-11-25T09:00:00.000Z' })).unchanged).toBe(1)
    await write('a.txt', new Uint8Array([0xff, 0xfe, 0x41]))
    const binary = await read(stale, { now: '2026-11-26T09:00:00.000Z' })
    expect(binary.changed).toMatchObject([{ stale: { since: '2026-11-24T09:00:00.000Z' } }])
    expect(problemsOf(binary)).toEqual(['shop/lines a.txt:1 file-not-utf8'])
    await write('a.txt', '#services\nservice one')
    const healed = await read(remember(binary, stale))
    expect(healed.changed[0]?.statements).toHaveLength(1)
    expect(healed.changed[0]).not.toHaveProperty('stale')
  })

  it('keeps the files that a stale one names', async () => {
    await write('a.txt', '#services\nfollow b.list')
    await write('b.list', 'service b')
    const known = remember(await read())
    await write('a.txt', '#services\nbroken')
    const broken = await read(known)
    expect([broken.unchanged, filesOf(broken), broken.gone]).toEqual([1, ['shop/lines: a.txt'], []])
    await write('a.txt', new Uint8Array([0xff]))
    const binary = await read(remember(broken, known))
    expect([binary.unchanged, filesOf(binary), binary.gone]).toEqual([1, ['shop/lines: a.txt'], []])
  })

  it('keeps the files that one outside its paths names', async () => {
    await write('.git/HEAD', '')
    await write('a.txt', '#services\nfollow x/b.list')
    await write('x/b.list', 'service b')
    const known = remember(await read())
    const found = await read(known, { paths: [join(root, 'x')] })
    expect([found.unchanged, found.gone]).toEqual([1, []])
  })

  it('keeps what lies in a folder that can not be listed', async () => {
    await write('x/a.txt', '#services')
    const known = remember(await read())
    await chmod(dirname(root), 0o755)
    await chmod(join(root, 'x'), 0o000)
    const found = await withoutPrivileges(() => read(known))
    await chmod(join(root, 'x'), 0o755)
    expect([found.gone, found.changed[0]?.stale?.reason]).toEqual([
      [],
      "the file is in a folder that can't be read",
    ])
  })
})

describe('bad input', () => {
  it('is a problem that names the file, and the rest is read', async () => {
    await write('a.txt', '#services')
    await write('huge.txt', new Uint8Array(21 * 1024 * 1024))
    await write('latin.txt', new Uint8Array([0xe9]))
    await symlink('/', join(root, 'out'))
    await symlink('nowhere', join(root, 'link.txt'))
    const found = await read([], { paths: [root, join(root, 'missing')] })
    expect(filesOf(found)).toEqual(['shop/lines: a.txt'])
    expect(problemsOf(found)).toEqual([
      'shop huge.txt:1 file-too-large',
      'shop latin.txt:1 file-not-utf8',
      'shop link.txt:1 file-missing',
      'shop missing:1 file-missing',
      'shop out:1 path-outside-root',
    ])
  })

  it('is a file, given by name, that is of no kind', async () => {
    await write('notes.md', 'notes')
    const found = await read([], { paths: [join(root, 'notes.md')] })
    expect(found.problems).toMatchObject([
      {
        code: 'file-not-recognised',
        file: 'notes.md',
        message: expect.stringContaining('lists of services (`.txt`)'),
      },
    ])
  })

  it('can not look outside the folder that is imported, by path or by link', async () => {
    await write('../secret.env', 'x')
    await symlink(join(dirname(root), 'secret.env'), join(root, 'link.env'))
    const refused: string[] = []
    const curious: Reader = {
      ...lineReader(),
      async read({ surroundings }) {
        for (const path of ['../secret.env', '/etc/passwd', 'link.env']) {
          await surroundings.readText(path).catch((error) => refused.push(`${path} ${error.code}`))
        }
        await surroundings.glob('../*.env').catch((error) => refused.push(error.code))
        return { statements: [], problems: [], follow: ['../secret.env'] }
      },
    }
    await write('a.txt', '#services')
    const found = await read([], {}, curious)
    expect(refused).toEqual([
      '../secret.env path-outside-root',
      '/etc/passwd path-outside-root',
      'link.env path-outside-root',
      'path-outside-root',
    ])
    expect(filesOf(found)).toEqual(['shop/lines: a.txt'])
  })
})
