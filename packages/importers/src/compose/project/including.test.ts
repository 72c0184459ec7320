// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of Compose.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSources } from '../../read-sources.ts'
import { composeReader } from '../reader.ts'

/** What fixtures say of each service: the file that says it, its folders, and what it is told to call. */
async function readParts(fixtures = 'parts') {
  const { changed, problems } = await readSources(
    {
      paths: [join(import.meta.dirname, '../fixtures', fixtures)],
      repository: { name: 'acme/parts' },
      known: async () => [],
      now: '2026-11-24T09:00:00.000Z',
    },
    [composeReader],
  )
  const services = changed.flatMap(({ file, statements }) =>
    statements
      .filter(({ subject }) => !subject.ref.startsWith('system:'))
      .map(({ subject, description, relations }) => ({
        name: subject.name,
        ref: subject.ref,
        file,
        folders: description?.identities,
        calls: relations.flatMap(({ reason, other }) => (reason ? [`${reason} ${other.name}`] : [])),
      })),
  )
  return { problems, service: (name: string) => services.find((each) => each.name === name), services }
}

async function readText(text: string, others: Readonly<Record<string, string>>, path = 'shop/compose.yaml') {
  const surroundings = {
    readText: async (name: string) => others[name],
    glob: async () => [path, ...Object.keys(others)],
  }
  return composeReader.read({ path, text, repository: { name: 'acme/shop' }, surroundings })
}

const hosts = async (...args: Parameters<typeof readText>) =>
  (await readText(...args)).statements.flatMap(({ relations }) =>
    relations.filter(({ type }) => type === 'DEPENDS_ON').map(({ other }) => other.name),
  )

describe('what an include says of the file that it names', () => {
  it('is read without a problem, and all of it is one project', async () => {
    const { problems, services } = await readParts()
    expect(problems).toEqual([])
    expect(services.map(({ ref }) => ref).sort()).toEqual(
      ['bare', 'gateway', 'mailer', 'orders', 'prices', 'sender', 'stock', 'tax'].map(
        (name) => `service:parts/${name}`,
      ),
    )
  })

  it('is the folder of its paths, and one env_file in place of the .env, below what the project itself says', async () => {
    expect((await readParts()).service('orders')).toMatchObject({
      file: 'orders/service.yaml',
      folders: ['folder:acme/parts#work/api'],
      calls: ['QUEUE_HOST orders-queue', 'WHO_HOST parts', 'AUDIT_HOST audit'],
    })
  })

  it('goes on to what that file includes, whose .env says what is not said yet', async () => {
    const { service } = await readParts()
    expect(service('stock')).toMatchObject({
      file: 'work/nested/stock.yaml',
      folders: ['folder:acme/parts#work/stock'],
      calls: ['QUEUE_HOST orders-queue', 'SHELF_HOST shelf'],
    })
    expect(service('tax')).toMatchObject({
      folders: ['folder:acme/parts#work/nested'],
      calls: ['QUEUE_HOST orders-queue'],
    })
  })

  it('is a list of env_files, the later before the earlier, for all files of the entry, with the folder of the first', async () => {
    const { service } = await readParts()
    expect(service('mailer')).toMatchObject({
      folders: ['folder:acme/parts#mail/mailer'],
      calls: ['RELAY_HOST second', 'FROM_HOST smtp-of-first-parts'],
    })
    expect(service('sender')).toMatchObject({
      folders: ['folder:acme/parts#mail/sender'],
      calls: ['RELAY_HOST second'],
    })
  })

  it('is a folder whose .env stands in place of the one beside the file', async () => {
    expect((await readParts()).service('prices')).toMatchObject({
      folders: ['folder:acme/parts#prices'],
      calls: ['WHO_HOST parts'],
    })
  })

  it('is /dev/null where no .env is to be read', async () => {
    expect((await readParts()).service('bare')?.calls).toEqual(['TIER_HOST tier'])
  })

  it.each([
    ['one names it', {}, ['given']],
    ['two name it', { 'compose.dev.yaml': 'include: [shop/compose.yaml]' }, ['beside']],
    ['none names it any more', { 'compose.yaml': 'include: []' }, ['beside']],
    [
      'one names it that includes itself in the end',
      { 'a.yaml': 'include: [compose.yaml]', 'compose.yaml': entry('a.yaml', 'shop/compose.yaml') },
      ['given'],
    ],
  ])('holds for a file that is read by itself where only one names it: %s', async (_, others, found) => {
    const text = 'services: {a: {environment: {X_HOST: "${X}"}}}'
    const all = { 'compose.yaml': entry('shop/compose.yaml'), 'shop/.env': 'X=beside', 'x.env': 'X=given' }
    expect(await hosts(text, { ...all, ...others })).toEqual(found)
  })

  it('holds for what is included in the end, though a file on the way there is read by itself too', async () => {
    const others = {
      'compose.yaml': entry('shop/compose.yaml'),
      'shop/compose.yaml': 'include: [b.yaml]',
      'shop/b.yaml': 'include: [c.yaml]',
      'shop/.env': 'X=beside',
      'x.env': 'X=given',
    }
    const text = 'services: {a: {environment: {X_HOST: "${X}"}}}'
    expect(await hosts(text, others, 'shop/c.yaml')).toEqual(['given'])
  })

  it('is read to its end where files include each other', async () => {
    const others = { 'shop/b.yaml': entry('compose.yaml'), 'shop/x.env': 'X=given' }
    const text = `${entry('b.yaml', 'compose.yaml')}\nservices: {a: {environment: {X_HOST: "\${X}"}}}`
    expect(await hosts(text, others)).toEqual(['given'])
  })
})

describe('an include with faults', () => {
  it('is read as far as it goes, each fault with its file, its line and what to do', async () => {
    const { problems, service } = await readParts('bad-includes')
    expect(problems.map(({ file, line, code, severity }) => `${file}:${line} ${code} ${severity}`)).toEqual([
      'compose.yaml:4 path-outside-root error',
      'compose.yaml:5 file-missing error',
      'compose.yaml:6 path-outside-root error',
      'compose.yaml:9 path-outside-root error',
      'compose.yaml:11 field-malformed error',
      'compose.yaml:12 field-malformed error',
      'parts/a.env:2 env-malformed warning',
    ])
    expect(problems[1]?.message).toBe(
      'there is no gone.env, which `env_file` of this include names: add it, or correct the path',
    )
    for (const { message } of problems) expect(message).toMatch(/: (?:add|import|write)/)
    expect(service('a')?.calls).toEqual(['A_HOST audit'])
    expect(service('b')?.folders).toEqual([])
    expect(service('c')?.folders).toEqual(['folder:acme/parts#parts'])
  })
})

function entry(...paths: string[]): string {
  return `include: [{path: [${paths.join(', ')}], env_file: x.env}]`
}
