import { readFileSync } from 'node:fs'
import { makeRef } from '@alidade/model'
import { expect, test } from 'vitest'
import { inFolder } from './conformance/in-folder.ts'
import { openSqliteStore } from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const [, example = ''] = /```ts\n(.+?)```/s.exec(readme) ?? []

test(
  'the example of the README runs as it stands there, with the results that it names',
  inFolder(async (folder) => {
    const results: unknown[] = []
    const body = example.replaceAll(/^await (store\.\w+\(.+\)) \/\/.*$/gm, 'keep(await $1)')
    // Ours, and of the README alone.
    const run = new Function(
      ...['openSqliteStore', 'makeRef', 'folder', 'keep'],
      `return (async () => { ${body}\nreturn cart })()`,
    )
    const cart = await run(openSqliteStore, makeRef, folder, (result: unknown) => results.push(result))
    const logged = { revision: 1, delta: { entities: [{ after: cart }], relations: [] } }
    expect(results).toMatchObject([1, 1, [cart], { commits: [logged], until: 1, more: false }])
  }),
)
