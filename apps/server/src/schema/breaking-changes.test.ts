import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { breakingChanges, schemaOfMain } from './breaking-changes.ts'
import { printSchema, schemaFile } from './print-schema.ts'

test('the schema breaks nothing that main has: deprecate before you remove', () => {
  const main = schemaOfMain(dirname(fileURLToPath(schemaFile)))
  if (main === undefined)
    console.warn('not run here: the schema was not compared with main’s, there is none in git')
  else expect(breakingChanges(main, printSchema())).toEqual([])
})

test('a field that goes or becomes nullable is a break, one more is not', () => {
  const before = 'type Query { id: Int name: String! old: Int }'
  expect(breakingChanges(before, 'type Query { id: Int name: String! old: Int more: Int }')).toEqual([])
  expect(breakingChanges(before, 'type Query { id: Int name: String }')).toEqual([
    'Query.old was removed.',
    'Query.name changed type from String! to String.',
  ])
})

test('a branch is compared with where it left main, not with what main has got since', () => {
  const folder = temporaryFolder()
  const git = (...command: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...command], {
      cwd: folder,
      stdio: 'pipe',
    })
  const write = (text: string, message: string) => {
    writeFileSync(join(folder, 'schema.graphql'), text)
    git('add', '.')
    git('commit', '-q', '-m', message)
  }
  expect(schemaOfMain(folder)).toBeUndefined()
  git('init', '-q', '-b', 'main')
  write('type Query { a: Int }', 'first')
  git('checkout', '-q', '-b', 'branch')
  write('type Query { a: Int b: Int }', 'on the branch')
  git('checkout', '-q', 'main')
  write('type Query { a: Int c: Int }', 'on main')
  git('checkout', '-q', 'branch')
  expect(schemaOfMain(folder)).toBe('type Query { a: Int }')
})
