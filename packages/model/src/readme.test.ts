import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { makeRef, operationRef, parseRef } from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const examples = [...readme.matchAll(/^(\w+\(.+\)) \/\/ '(.+)'$/gm)]

it('has examples', () => {
  expect(examples.length).toBeGreaterThan(2)
})

it.each(examples.map(([, call = '', says = '']) => [call, says]))(
  '%s gives %s, as the README says',
  (call, says) => {
    // Ours, and of the README alone: it is run just as it stands there.
    const run = new Function('makeRef', 'operationRef', 'parseRef', `return ${call}`)
    expect(run(makeRef, operationRef, parseRef)).toBe(says)
  },
)
