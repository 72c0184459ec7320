import { expect, test, vi } from 'vitest'
import { aGraph } from '../testing/a-graph.ts'

const query = `{
  graph { entityCount sourceCount sample oldestSource { id } }
  entity(ref: "service:default/cart") {
    name owners { name } callerCount
    description links { url } labels { key } aliases { ref } properties { key } candidates { reason }
    statements { source { id lastRead } evidence { file } }
    mentions { totalCount }
    changes { totalCount }
    relations(direction: OUT, types: [DEPENDS_ON]) { totalCount edges {
      confidence evidenceCount node { name } moreEvidence properties { key }
      evidence { file source { id lastRead } url stale }
    } }
  }
  sources { id }
  problems { totalCount }
  service(ref: "cart") { dependsOn { totalCount edges { evidenceCount evidence { file } } } }
  neighbourhood(refs: ["service:default/cart"]) { totalNodes edges { from to evidence { file } } }
  changes(since: 0) { until }
}`

const fromSnapshot = {
  graph: { entityCount: 13 },
  entity: {
    name: 'cart',
    owners: [{ name: 'storefront' }],
    callerCount: 0,
    relations: {
      totalCount: 1,
      edges: [{ confidence: 'INFERRED', evidenceCount: 3, node: { name: 'redis' } }],
    },
  },
  service: { dependsOn: { totalCount: 2, edges: [{ evidenceCount: 3 }, { evidenceCount: 2 }] } },
  neighbourhood: { totalNodes: 3 },
}

test.each(['entities', 'relations', 'sources', 'readingHeads', 'changes'] as const)(
  'a store that fails at %s leaves the rest of the answer, and says which fields failed',
  async (operation) => {
    const { answer, breakDown } = await aGraph()
    const whole = await answer(query)
    expect(whole.errors).toBeUndefined()
    expect(whole.data).toMatchObject(fromSnapshot)

    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const broken = await aGraph()
    broken.breakDown(operation)
    breakDown(operation)
    const { data, errors } = await broken.answer(query)
    const logged = stderr.mock.calls.map(([line]) => String(line)).join('')
    stderr.mockRestore()

    expect(data).toMatchObject(fromSnapshot)
    expect(errors?.length).toBeGreaterThan(0)
    for (const { message, path, extensions } of errors ?? []) {
      expect(extensions).toEqual({ code: 'internal' })
      const [id = ''] = /[0-9a-f-]{36}/.exec(message) ?? []
      expect(message).toBe(`the server failed at this (${id}): its log says more`)
      expect(logged).toContain(id)
      expect(logged).toContain(`the store does not answer ${operation}`)
      expect(
        path?.reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], data) ?? null,
      ).toBeNull()
    }
  },
)

test('what the caller can mend carries its own code, and is not logged', async () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const { answer } = await aGraph()
  const codes = async (text: string, variables?: Record<string, unknown>) =>
    (await answer(text, variables)).errors?.map(({ extensions }) => extensions?.code)
  expect(await codes('{ graph {')).toEqual(['query-malformed'])
  expect(await codes('{ nothing }')).toEqual(['query-invalid'])
  expect(await codes('query ($n: Int!) { entities(first: $n) { totalCount } }', { n: 'x' })).toEqual([
    'variables-invalid',
  ])
  expect(await codes('query A { graph { revision } } query B { graph { revision } }')).toEqual([
    'operation-unknown',
  ])
  expect(await codes('')).toEqual(['request-malformed'])
  expect(await codes('{ entity(ref: 3) { ref } }')).toEqual(['variables-invalid'])
  expect(await codes('query ($ref: Ref!) { entity(ref: $ref) { ref } }', { ref: 3 })).toEqual([
    'variables-invalid',
  ])
  expect(stderr).not.toHaveBeenCalled()
  stderr.mockRestore()
})
