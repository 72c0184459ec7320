import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkoutOf } from './checkout.ts'
import { parseOrigin } from './origin.ts'

const commit = '0123456789abcdef0123456789abcdef01234567'
let folder: string
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'checkout-')))
})
afterEach(() => rm(folder, { recursive: true }))

async function write(path: string, text: string) {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

describe('an origin', () => {
  it.each([
    ['https://github.com/acme/shop.git', 'https://github.com/acme/shop', 'acme/shop'],
    ['https://me:secret@github.com/acme/shop', 'https://github.com/acme/shop', 'acme/shop'],
    ['git@github.com:acme/shop.git', 'https://github.com/acme/shop', 'acme/shop'],
    [
      'ssh://git@git.acme.example:2222/group/sub/shop.git',
      'https://git.acme.example/group/sub/shop',
      'group/sub/shop',
    ],
    ['http://git.acme.example:8080/shop?token=secret', 'http://git.acme.example:8080/shop', 'shop'],
  ])('%s', (text, url, path) => expect(parseOrigin(text)).toEqual({ url, path }))

  it.each(['/srv/git/shop.git', '../shop', 'file:///srv/git/shop.git', 'C:\\git\\shop', ''])(
    'is none where it is a path of the machine: %s',
    (text) => expect(parseOrigin(text)).toBeUndefined(),
  )
})

describe('a checkout', () => {
  const config =
    '[core]\n\tbare = false\n[remote "fork"]\n\turl = git@github.com:me/shop\n[remote "origin"]\n\turl = git@github.com:acme/shop.git\n'

  it('is named by its origin, at the commit that its branch points to', async () => {
    await write('shop/.git/config', config)
    await write('shop/.git/HEAD', 'ref: refs/heads/main\n')
    await write('shop/.git/refs/heads/main', `${commit}\n`)
    await mkdir(join(folder, 'shop/services/cart'), { recursive: true })
    expect(await checkoutOf(join(folder, 'shop/services/cart'), 'given')).toEqual({
      root: join(folder, 'shop'),
      repository: { name: 'acme/shop', origin: 'https://github.com/acme/shop', commit },
    })
  })

  it('is at a packed commit, or at none of a branch', async () => {
    await write('packed/.git/HEAD', 'ref: refs/heads/main\n')
    await write('packed/.git/packed-refs', `# pack-refs\n${commit} refs/heads/main\n`)
    await write('detached/.git/HEAD', `${commit}\n`)
    for (const name of ['packed', 'detached']) {
      expect((await checkoutOf(join(folder, name), undefined)).repository).toEqual({ name, commit })
    }
  })

  it('may be a worktree', async () => {
    await write('shop/.git/config', config)
    await write('shop/.git/refs/heads/topic', commit)
    await write('shop/.git/worktrees/topic/HEAD', 'ref: refs/heads/topic\n')
    await write('shop/.git/worktrees/topic/commondir', '../..\n')
    await write('topic/.git', `gitdir: ${join(folder, 'shop/.git/worktrees/topic')}\n`)
    expect((await checkoutOf(join(folder, 'topic'), undefined)).repository).toMatchObject({
      name: 'acme/shop',
      commit,
    })
  })

  it('is called as given, else as its folder, where it has no origin', async () => {
    expect((await checkoutOf(folder, 'given')).repository).toEqual({ name: 'given' })
    await mkdir(join(folder, 'shop'))
    expect((await checkoutOf(join(folder, 'shop'), undefined)).repository).toEqual({ name: 'shop' })
  })
})
