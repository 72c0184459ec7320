// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of Compose.
import { join } from 'node:path'
import type { RelationStatement, Statement } from '@alidade/model'
import { describe, expect, it } from 'vitest'
import { readSources } from '../read-sources.ts'
import { composeReader } from './reader.ts'

const fixtures = join(import.meta.dirname, 'fixtures')

/** What folders of fixtures say, as the repository `acme/shop`. */
async function read(...paths: string[]) {
  const { changed, problems } = await readSources(
    {
      paths: [join(fixtures, ...paths)],
      repository: { name: 'acme/shop', origin: 'https://github.com/acme/shop' },
      known: async () => [],
      now: '2026-11-24T09:00:00.000Z',
    },
    [composeReader],
  )
  return { changed, problems, statements: changed.flatMap((reading) => reading.statements) }
}

/** What one file says that is there by itself. */
async function readText(
  text: string,
  others: Readonly<Record<string, string>> = {},
  path = 'shop/compose.yaml',
) {
  const surroundings = {
    readText: async (name: string) => others[name],
    glob: async () => [path, ...Object.keys(others)],
  }
  return composeReader.read({ path, text, repository: { name: 'acme/shop' }, surroundings })
}

async function readFile(file: string): Promise<readonly Statement[]> {
  const reading = (await read()).changed.find((each) => each.file === file)
  return reading?.statements ?? []
}

function sentence({ ref }: Statement['subject'], relation: RelationStatement): string {
  const { type, other, reason, confidence, line, place } = relation
  const where = place ? `${line}, ${place.file}:${place.line}` : line
  return `${ref} ${type} ${other.ref} ${other.scope} (${confidence}: ${reason}, ${where})`
}

const dependenciesOf = (statements: readonly Statement[]) =>
  statements.flatMap(({ subject, relations }) =>
    relations.filter(({ type }) => type === 'DEPENDS_ON').map((relation) => sentence(subject, relation)),
  )

describe('a Compose file', () => {
  it.each([
    ['compose.yaml', '', true],
    ['deploy/docker-compose.test.yml', '# nothing yet', true],
    ['shop.compose.yml', 'services: {}', true],
    ['docker-compose.yml', 'web:\n  image: nginx', true],
    ['templates/compose.yaml', 'apiVersion: v1\nkind: ConfigMap', false],
  ])('is told by its name, and not where another tool has that name: %s', (path, text, is) => {
    expect(composeReader.mayRead(path) && composeReader.recognises(path, text)).toBe(is)
  })

  it.each(['compose.ts', 'composer.yaml', 'decompose.yaml', 'compose.json', 'values.yaml'])(
    'is not %s',
    (path) => expect(composeReader.mayRead(path)).toBe(false),
  )

  it('describes its services within their project, which is a System', async () => {
    const statements = await readFile('shop/compose.yaml')
    expect(statements.map(({ subject }) => `${subject.name} ${subject.ref} ${subject.scope}`)).toEqual([
      'shop system:shop/shop local',
      'web service:shop/web local',
      'cart service:shop/cart local',
      'cart-db resource:shop/cart-db local',
      'worker service:shop/worker local',
    ])
    const parts = statements.flatMap(({ relations }) => relations.filter(({ type }) => type === 'PART_OF'))
    expect(parts.map(({ other }) => other.ref)).toEqual(Array(4).fill('system:shop/shop'))
    expect(statements.every(({ description }) => description?.confidence === 'inferred')).toBe(true)
  })

  it('depends on what its fields name and on the hosts in its environment, with the variable as the reason', async () => {
    expect(dependenciesOf(await readFile('shop/compose.yaml'))).toEqual([
      'service:shop/web DEPENDS_ON service:shop/cart local (declared: depends_on, 27)',
      'service:shop/web DEPENDS_ON resource:shop/cart-db local (declared: links, 29)',
      'service:shop/web DEPENDS_ON service:shop/cart local (inferred: CART_URL, 21)',
      'service:shop/web DEPENDS_ON service:logistics/stock local (inferred: STOCK_ADDR, 23)',
      'service:shop/web DEPENDS_ON resource:default/api.stripe.com bare (inferred: STRIPE_URL, 24)',
      'service:shop/web DEPENDS_ON service:shop/collector local (inferred: OTEL_EXPORTER_OTLP_ENDPOINT, 5)',
      'service:shop/cart DEPENDS_ON resource:shop/cart-db local (declared: depends_on, 47)',
      'service:shop/cart DEPENDS_ON service:shop/mailer local (declared: depends_on, 49)',
      'service:shop/cart DEPENDS_ON resource:shop/cart-db local (inferred: DATABASE_URL, 43)',
      'service:shop/cart DEPENDS_ON service:shop/queue bare (inferred: QUEUE_HOST, 44)',
      'service:shop/cart DEPENDS_ON service:shop/flags bare (inferred: FLAGS_ADDR, 31, shop/common/base.yml:6)',
      'service:shop/cart DEPENDS_ON service:shop/sessions bare (inferred: SESSION_STORE, 39, shop/cart.env:2)',
      'service:shop/cart DEPENDS_ON service:shop/audit bare (inferred: AUDIT_HOST, 31, shop/common/shared.env:1)',
      'service:shop/worker DEPENDS_ON resource:shop/cart-db local (inferred: DB, 61)',
      'service:shop/worker DEPENDS_ON resource:shop/cart-db local (inferred: PEER, 62)',
      'service:shop/worker DEPENDS_ON service:shop/mailer local (inferred: MAIL_HOST, 63)',
      'service:shop/worker DEPENDS_ON service:logistics/routes bare (inferred: ROUTES_HOST, 64)',
      'service:shop/worker DEPENDS_ON resource:shop/10.1.2.3 bare (inferred: RATES_HOST, 65)',
    ])
  })

  it('looks a name up that the project does not define: it may be a Service or a Resource', async () => {
    const [, , cart] = await readFile('shop/compose.yaml')
    const queue = cart?.relations.find(({ reason }) => reason === 'QUEUE_HOST')
    expect(queue?.other).toEqual({
      ref: 'service:shop/queue',
      name: 'queue',
      scope: 'bare',
      kinds: ['Service', 'Resource'],
    })
  })

  it('says what each service is, what it is built from, and what else it is called', async () => {
    const [, web, cart, db] = (await readFile('shop/compose.yaml')).map(({ description }) => description)
    expect(web).toMatchObject({
      properties: {},
      labels: { 'com.acme.tier': '1', 'com.acme.docs': 'https://docs.acme.example/web' },
      // The worker is built from the same folder.
      identities: [],
      line: 10,
    })
    expect(web?.sameAs.map(({ ref }) => ref)).toEqual(['service:shop/shop-web', 'service:shop/www'])
    expect(cart).toMatchObject({
      properties: { image: 'registry.acme.example/acme/shop:1.4.2-cart' },
      labels: { 'com.acme.runtime': 'node' },
      identities: ['folder:acme/shop#shop/services/cart', 'image:registry.acme.example/acme/shop:cart'],
      sameAs: [],
    })
    expect(db).toMatchObject({
      properties: { type: 'database', image: 'docker.io/bitnami/postgresql:17' },
      identities: [],
      sameAs: [{ ref: 'resource:shop/orders-db' }],
    })
  })

  it('keeps no value of an environment, and no password', async () => {
    const found = JSON.stringify(await read())
    expect(found).not.toContain('s3cr3t')
    expect(found).not.toContain('postgres:/')
  })
})

describe('a project', () => {
  it('is all files of a folder that do not bear another name', async () => {
    const named = (statements: readonly Statement[]) => statements.map(({ subject }) => subject.ref)
    expect(named(await readFile('shop/compose.override.yaml'))).toEqual([
      'system:shop/shop',
      'service:shop/web',
      'resource:shop/cart-db',
    ])
    expect(dependenciesOf(await readFile('shop/docker-compose.monitoring.yml'))).toEqual([
      'service:shop/collector DEPENDS_ON service:shop/web local (declared: network_mode, 4)',
    ])
    expect(named(await readFile('shop/compose.other.yaml'))).toEqual([
      'system:other/other',
      'resource:other/cart',
    ])
    expect((await readFile('shop/compose.override.yaml'))[1]?.description?.properties).toEqual({
      profiles: ['debug'],
    })
  })

  it('holds what its file includes from below; what lies beside it has a project of its own', async () => {
    expect((await readFile('shop/parts/mail/compose.yaml')).map(({ subject }) => subject.ref)).toEqual([
      'system:shop/shop',
      'service:shop/mailer',
    ])
    expect(dependenciesOf(await readFile('shop/parts/mail/compose.yaml'))).toEqual([
      'service:shop/mailer DEPENDS_ON service:shop/cart local (inferred: CART_URL, 5)',
      'service:shop/mailer DEPENDS_ON resource:default/smtp.acme.example bare (inferred: SMTP, 6)',
    ])
    expect((await readFile('logistics/compose.yaml')).map(({ subject }) => subject.ref)).toEqual([
      'system:logistics/logistics',
      'service:logistics/stock',
      'resource:logistics/redis',
    ])
  })

  it.each([
    ['its name', 'name: Main\n', {}, 'system:main/main'],
    [
      'its name out of a variable',
      `name: $\{STAGE:-dev}-shop\n`,
      { 'shop/.env': 'STAGE=test' },
      'system:test-shop/test-shop',
    ],
    [
      'the name of the main file',
      '',
      { 'shop/compose.yml': 'name: other\nservices: {}' },
      'system:other/other',
    ],
    ['COMPOSE_PROJECT_NAME', '', { 'shop/.env': 'COMPOSE_PROJECT_NAME=env' }, 'system:env/env'],
    ['its folder', '', {}, 'system:shop/shop'],
  ])('is called by %s', async (_, name, others, system) => {
    const { statements } = await readText(`${name}services: {web: {}}`, others)
    expect(statements[0]?.subject.ref).toBe(system)
  })

  it('for an editor is called by the folder that it is in', async () => {
    const { statements } = await readText('services: {web: {}}', {}, 'cart/.devcontainer/docker-compose.yml')
    expect(statements[0]?.subject.ref).toBe('system:cart_devcontainer/cart_devcontainer')
  })

  it('in the root of a repository is called by the repository', async () => {
    const { statements } = await readText('services: {web: {}}', {}, 'compose.yaml')
    expect(statements[0]?.subject.ref).toBe('system:shop/shop')
  })

  it('has a Resource for each well-known image, whichever of its files says the image', async () => {
    const main = 'services: {redis: {image: "ghcr.io/acme/mirror/redis:8"}}'
    const { statements } = await readText(
      'services: {redis: {ports: ["1:1"]}}',
      { 'shop/compose.yaml': main },
      'shop/compose.ci.yml',
    )
    expect(statements[1]?.subject.ref).toBe('resource:shop/redis')
  })
})

describe('what a service is given', () => {
  it('is its environment before its env_file, and a list or a map', async () => {
    const service = `services: {a: {env_file: a.env, environment: {ONE_URL: http://one}}, b: {environment: [TWO_URL=http://two]}}`
    const { statements } = await readText(service, {
      'shop/a.env': 'ONE_URL=http://other\nSIX_URL=http://six',
    })
    expect(dependenciesOf(statements)).toEqual([
      'service:shop/a DEPENDS_ON service:shop/one bare (inferred: ONE_URL, 1)',
      'service:shop/a DEPENDS_ON service:shop/six bare (inferred: SIX_URL, 1, shop/a.env:2)',
      'service:shop/b DEPENDS_ON service:shop/two bare (inferred: TWO_URL, 1)',
    ])
  })

  it('may call another by the name of its link', async () => {
    const text =
      'services: {a: {links: ["db:database"], environment: [DB_HOST=database]}, db: {image: postgres}}'
    expect(dependenciesOf((await readText(text)).statements)).toEqual([
      'service:shop/a DEPENDS_ON resource:shop/db local (declared: links, 1)',
      'service:shop/a DEPENDS_ON resource:shop/db local (inferred: DB_HOST, 1)',
    ])
  })

  it('is no dependency where it names the service itself or its machine', async () => {
    const text =
      'services: {a: {container_name: me, environment: [A_URL=http://a, ME_HOST=me, B_HOST=localhost, C_HOST=127.0.0.1, D=0.0.0.0:80, E="http://[::1]:80"]}}'
    expect(dependenciesOf((await readText(text)).statements)).toEqual([])
  })

  it('is what all services have that share a name', async () => {
    const alias = '{networks: {back: {aliases: [pool]}}}'
    const { statements } = await readText(
      `services: {a: {environment: [POOL_HOST=pool]}, b: ${alias}, c: ${alias}}`,
    )
    expect(dependenciesOf(statements)).toEqual([
      'service:shop/a DEPENDS_ON service:shop/b local (inferred: POOL_HOST, 1)',
      'service:shop/a DEPENDS_ON service:shop/c local (inferred: POOL_HOST, 1)',
    ])
    expect(statements[2]?.description?.sameAs).toEqual([])
  })

  it('is what !reset leaves', async () => {
    const { statements } = await readText('services: {a: {depends_on: !reset [b]}, b: !reset null}')
    expect(statements.map(({ subject }) => subject.ref)).toEqual(['system:shop/shop', 'service:shop/a'])
    expect(dependenciesOf(statements)).toEqual([])
  })
})

describe('a Compose file with faults', () => {
  it('is read as far as it goes, each fault with its file, its line and what to do', async () => {
    const { statements, problems } = await read('bad')
    expect(statements.map(({ subject }) => subject.ref)).toEqual([
      'system:bad/bad',
      ...[
        'resource:bad/good',
        'service:bad/app',
        'service:bad/loop',
        'service:bad/orphan',
        'service:bad/nameless',
      ],
      ...['service:bad/astray', 'service:bad/far'],
    ])
    expect(dependenciesOf(statements)).toEqual([
      'service:bad/app DEPENDS_ON resource:bad/good local (declared: depends_on, 11)',
      'service:bad/app DEPENDS_ON service:bad/nobody bare (declared: depends_on, 11)',
      'service:bad/app DEPENDS_ON resource:bad/good local (inferred: GOOD_HOST, 15)',
    ])
    expect(problems.map(({ file, line, code, severity }) => `${file}:${line} ${code} ${severity}`)).toEqual([
      '.env:2 env-malformed warning',
      'compose.broken.yaml:4 yaml-malformed error',
      'compose.yaml:3 file-missing error',
      'compose.yaml:4 path-outside-root error',
      'compose.yaml:5 remote-not-fetched warning',
      'compose.yaml:10 variable-unset warning',
      'compose.yaml:10 variable-required error',
      'compose.yaml:11 service-unknown warning',
      'compose.yaml:12 file-missing error',
      'compose.yaml:14 field-malformed error',
      'compose.yaml:16 field-malformed error',
      'compose.yaml:17 ref-malformed error',
      'compose.yaml:19 extends-endless error',
      'compose.yaml:21 file-missing error',
      'compose.yaml:25 field-missing error',
      'compose.yaml:27 service-unknown error',
      'compose.yaml:29 path-outside-root error',
      'docker-compose.old.yml:1 compose-version error',
    ])
    for (const { message } of problems) {
      expect(message).toMatch(/: (?:write|mend|use|add|name|import|keep|remove|check|set|define|give|put)/)
    }
  })

  it('is unreadable when nothing of it can be read, and keeps what it said', async () => {
    expect((await readText('services:\n  web: [')).unreadable).toMatch(/^line \d/)
  })
})
