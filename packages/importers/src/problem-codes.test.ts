import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')

/** Words of this form in the code are codes of problems, but for these. */
const others = new Set(['packed-refs', 'utf-8'])

function codesInSource(): readonly string[] {
  const files = globSync(['packages/importers/src/**/*.ts', 'packages/model/src/*.ts'], { cwd: root }).filter(
    (file) => !file.endsWith('.test.ts') && !file.endsWith('well-known-images.ts'),
  )
  const words = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/'([a-z]+(?:-[a-z0-9]+)+)'/g)].map(
      ([, word = '']) => word,
    ),
  )
  return [...new Set(words)].filter((word) => !others.has(word)).sort()
}

function codesInReference(): readonly string[] {
  const text = readFileSync(join(root, 'docs/reference/problems.md'), 'utf8')
  return [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, code = '']) => code).sort()
}

describe('the reference of problems', () => {
  it('has every code, and no other', () => expect(codesInReference()).toEqual(codesInSource()))
})
