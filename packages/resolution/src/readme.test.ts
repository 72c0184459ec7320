import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { noRules, resolveAll } from './index.ts'
import { describes } from './testing/say.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it('does what the example of the README says', () => {
  const [, code = '', printed = ''] = /```ts\n([\s\S]*?)\/\/ (.*)\n```/.exec(readme) ?? []
  const lines: string[] = []
  const print = (...values: unknown[]) =>
    lines.push(values.map((it) => (typeof it === 'string' ? it : JSON.stringify(it))).join(' '))
  // Ours, and of the README alone: it is run just as it stands there.
  new Function('resolveAll', 'noRules', 'says', 'console', code)(resolveAll, noRules, describes, {
    log: print,
  })
  expect(printed).not.toBe('')
  expect(lines).toEqual([printed])
})
