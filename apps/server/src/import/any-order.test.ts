import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteStore } from '@alidade/graph'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { descriptor, service, team } from '../testing/descriptors.ts'
import { exported, noon } from '../testing/organisation.ts'
import { temporaryFolder, writeFiles } from '../testing/temporary-folder.ts'
import { importPaths } from './import-paths.ts'

const compose = (...services: readonly string[]) =>
  `name: shop\nservices:\n${services.map((line) => `  ${line}\n`).join('')}`

/** For each file what it may say; undefined where it may be missing. */
const contents = {
  'a/teams.yaml': [undefined, team('carts'), `${team('carts')}---\n${team('payments')}`],
  'a/cart.yaml': [
    undefined,
    service('cart', 'carts', 'component:pay'),
    service('cart', 'payments', 'api:orders'),
  ],
  'a/pay.yaml': [undefined, service('pay', 'carts'), `# moved\n${service('pay', 'user:anna')}`],
  'b/pay.yaml': [undefined, service('pay', 'payments', 'component:cart'), service('ledger', 'payments')],
  'b/api.yaml': [
    undefined,
    descriptor(
      'API',
      'orders',
      'type: openapi\nlifecycle: production\nowner: carts\ndefinition: "openapi: 3.1.0"',
    ),
  ],
  'b/compose.yaml': [
    undefined,
    compose(
      'web: {image: acme/web, environment: {PAY_URL: "http://pay:80", LEDGER_HOST: ledger}}',
      'redis: {image: redis}',
    ),
    compose('web: {image: acme/web, depends_on: [pay]}', 'pay: {image: acme/pay}'),
  ],
} as const

const step = fc.record({
  repository: fc.constantFrom('a', 'b'),
  says: fc.record(
    Object.fromEntries(
      Object.entries(contents).map(([file, options]) => [
        file,
        fc.constantFrom<string | undefined>(...options),
      ]),
    ),
    { noNullPrototype: true },
  ),
})

it('comes to the same graph as a first import of the same files, whatever was imported before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const [grown, fresh] = [
        await openSqliteStore({ folder: temporaryFolder() }),
        await openSqliteStore({ folder: temporaryFolder() }),
      ]
      const root = temporaryFolder()
      const read = (store: typeof grown, repository: string) =>
        importPaths(store, {
          paths: [join(root, repository)],
          name: repository,
          actor: 'stated:anna',
          now: () => noon,
        })
      writeFiles(root, { 'a/none': '', 'b/none': '' })
      for (const { repository, says } of steps) {
        for (const [file, text] of Object.entries(says)) {
          if (!file.startsWith(`${repository}/`)) continue
          if (text === undefined) rmSync(join(root, file), { force: true })
          else writeFiles(root, { [file]: text })
        }
        await read(grown, repository)
      }
      for (const repository of new Set(steps.map(({ repository }) => repository).toReversed())) {
        await read(fresh, repository)
      }
      expect(await exported(grown)).toBe(await exported(fresh))
      await Promise.all([grown.close(), fresh.close()])
    }),
    { numRuns: 15 },
  )
}, 60_000)
