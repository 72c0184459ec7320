import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readEnvironment, serve } from './index.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it('runs as the README says', async () => {
  const [, example = ''] = /```ts\n(.+?)```/s.exec(readme) ?? []
  const AsyncFunction: FunctionConstructor = Object.getPrototypeOf(async () => {}).constructor
  // Ours, and of the README alone: it is run just as it stands there.
  const run = AsyncFunction('readEnvironment', 'serve', 'folder', `${example}\nreturn ready.json()`)
  expect(await run(readEnvironment, serve, temporaryFolder())).toEqual({
    status: 'ok',
    engine: 'sqlite',
    revision: 1,
  })
})
