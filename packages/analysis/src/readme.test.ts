import { readFileSync } from 'node:fs'
import { entityHead, relationHead } from '@alidade/model'
import { expect, it } from 'vitest'
import { buildSnapshot, dependencies, list, reach, search } from './index.ts'
import { entity, graph, ref } from './testing/facts.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const build = /^const snapshot = (buildSnapshot\(.+\))$/m.exec(readme)?.[1]
const examples = [...readme.matchAll(/^(\w+\(.+\)(?:\.\w+|\.\w+\.map\(.+\))) \/\/ (.+)$/gm)]

const { entities, relations } = graph(
  [
    'service:cart CONSUMES api:pay',
    'service:pay PROVIDES api:pay',
    'service:checkout DEPENDS_ON service:cart',
    'team:pay OWNS service:pay',
  ],
  [entity('service:checkout', { name: 'Checkout' })],
)
const given = {
  entities: entities.map(entityHead),
  relations: relations.map(relationHead),
  cart: ref('service:cart'),
  pay: ref('service:pay'),
  buildSnapshot,
  dependencies,
  list,
  reach,
  search,
}

it('has examples', () => {
  expect(build).toBeDefined()
  expect(examples).toHaveLength(4)
})

it.each(examples.map(([, call = '', says = '']) => [call, says]))(
  '%s gives %s, as the README says',
  (call, says) => {
    // Ours, and of the README alone: it is run just as it stands there.
    const run = new Function(...Object.keys(given), `const snapshot = ${build}; return [${call}, ${says}]`)
    const [gives, expected] = run(...Object.values(given))
    expect(gives).toEqual(expected)
  },
)
