import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../../..')

/** What answers a request, and so may refuse it; what only the start of a server meets is left out. */
const sources = globSync(
  [
    'apps/server/src/{modules,query,schema}/**/*.ts',
    'apps/server/src/auth/{authenticate,caller,same-site}.ts',
    'apps/server/src/graph/entity-node.ts',
    'apps/server/src/http/{graphql,server}.ts',
    'apps/server/src/import/lease.ts',
    'packages/analysis/src/**/*.ts',
    'packages/model/src/{kind,ref}.ts',
    'graph/src/sqlite/failures.ts',
  ],
  { cwd: root },
).filter((file) => !file.endsWith('.test.ts'))

/** Codes as they stand in an error, in an error of an input, and in a pair that one is made of. */
const inErrors = /(?:InvalidInput\(|tooMuch\(\s*'\w+',|\bcode:|return \[)\s*'([\w-]+)'/g
/** What the libraries find wrong, and our word for it. */
const forLibraries = /\['[A-Z]+_[A-Z_]+', '([\w-]+)'\]/g

test('every code that an answer may carry is documented, and no other', () => {
  const thrown = sources.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return [...text.matchAll(inErrors), ...text.matchAll(forLibraries)].map(([, code]) => code)
  })
  // What the store says of the log and of a commit: the rest of that file is about opening a store.
  const all = new Set([...thrown, 'revision-too-old', 'commit-conflict'])
  const page = readFileSync(join(root, 'docs/reference/graphql-errors.md'), 'utf8')
  const documented = [...page.matchAll(/^\| `([\w-]+)`/gm)].map(([, code]) => code)
  expect([...documented].sort()).toEqual([...all].sort())
})
