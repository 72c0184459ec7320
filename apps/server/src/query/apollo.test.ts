import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createContext } from '../context.ts'
import { aGraph } from '../testing/a-graph.ts'
import { createApollo } from './apollo.ts'

test('a query that was sent once can be asked by its hash', async () => {
  const { parts } = await aGraph()
  const apollo = createApollo()
  const query = '{ graph { entityCount } }'
  const sha256Hash = createHash('sha256').update(query).digest('hex')
  const extensions = { persistedQuery: { version: 1, sha256Hash } }
  const ask = async (given: { query?: string }) => {
    const contextValue = await createContext(parts, { known: 'by nothing' })
    const { body } = await apollo.executeOperation({ ...given, extensions }, { contextValue })
    return JSON.parse(JSON.stringify(body.kind === 'single' ? body.singleResult : body))
  }
  const data = { graph: { entityCount: 13 } }
  expect(await ask({})).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] })
  expect(await ask({ query })).toEqual({ data })
  expect(await ask({})).toEqual({ data })
  await apollo.stop()
})
