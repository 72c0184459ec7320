import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alidade, folderOf, serving, shop, start } from '../testing/run.ts'

const query = 'query($ref: Ref!) { service(ref: $ref) { name } }'
const env = {
  ALIDADE_DATA: folderOf({}, afterAll),
  INIT_CWD: folderOf({ ...shop, 'q.graphql': query }, afterAll),
}
beforeAll(async () => {
  await alidade(['import', '.', '--source', 'acme/shop'], { env })
})

describe('alidade query', () => {
  it('answers a query from a file, with variables, as JSON', async () => {
    const { code, out, err } = await alidade(['query', 'q.graphql', '--variables', '{"ref": "cart"}'], {
      env,
    })
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toEqual({ data: { service: { name: 'cart' } } })
  })

  it('is not done when something of it could not be answered: the answer has it, and so has standard error', async () => {
    const input = '{ graph { revision } service(ref: "a/b/c") { name } }'
    const { code, out, err } = await alidade(['query', '-'], { env, input })
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ data: { graph: { revision: 1 }, service: null } })
    expect(err).toMatch(/^alidade: service: "a\/b\/c" is not a ref: write kind:namespace\/name/)
  })

  it.each([
    [['query', 'none.graphql'], 'give the path of a file with a GraphQL query'],
    [['query', 'q.graphql', '--variables', '[1]'], 'the variables are no JSON object'],
    [['query', 'q.graphql'], 'ref'],
    [['query'], "missing required argument 'file'"],
  ])('says what to do instead: %j', async (args, message) => {
    const { code, err } = await alidade(args, { env })
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })

  it('makes no store where there is none', async () => {
    const nowhere = { env: { ALIDADE_DATA: folderOf({}) }, input: '{ graph { revision } }' }
    const { code, out, err } = await alidade(['query', '-'], nowhere)
    expect([code, out, err]).toEqual([
      2,
      '',
      expect.stringContaining('import something first (alidade import PATH)'),
    ])
  })
})

describe('alidade impact', () => {
  it('says who would notice, by team, and along which way', async () => {
    const { code, out, err } = await alidade(['impact', 'service:default/payment'], { env })
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(`If service:default/payment changes, 3 things notice it, of 1 team.

carts (team:default/carts): 2, the nearest 1 step away
  service:default/cart  cart → payment
  service:default/web   web → cart → payment

Owned by nobody: 1, the nearest 2 steps away
  service:default/report  report → cart → payment

Found along DEPENDS_ON, CONSUMES, PROVIDES; contract, observed, declared, inferred.
`)
  })

  it('goes only as many steps as it is told, and says when there is nothing', async () => {
    const { out } = await alidade(['impact', 'component:payment', '--depth', '1', '--json'], { env })
    expect(JSON.parse(out)).toMatchObject({ totalCount: 1, affected: [{ distance: 1 }] })
    const none = await alidade(['impact', 'service:default/web'], { env })
    expect([none.code, none.out]).toEqual([
      0,
      expect.stringMatching(/^Nothing depends on service:default\/web\.\n/),
    ])
  })

  it.each([
    ['service:default/nothing', 'the graph has no service:default/nothing'],
    ['nonsense:x', '"nonsense" is no kind'],
  ])('is not done for a ref that nothing has: %s', async (ref, message) => {
    const { code, out, err } = await alidade(['impact', ref], { env })
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(message)])
  })
})

describe('alidade export', () => {
  it('ends quietly when whoever reads it does', async () => {
    const child = start(['export'], { env })
    child.stdout?.destroy()
    const said: string[] = []
    child.stderr?.on('data', (piece: Buffer) => said.push(String(piece)))
    const [code] = await once(child, 'exit')
    expect([code, said]).toEqual([2, []])
  })
})

describe('a running server', () => {
  const token = 'a1b2c3d4e5f6a7b8'

  it('answers in place of the local store', async () => {
    const server = await serving([], { ...env, ALIDADE_TOKENS: `ci:read:${token}` })
    const remote = { ALIDADE_URL: server.url, ALIDADE_TOKEN: token }
    const local = await alidade(['export'], { env })
    expect(await alidade(['export'], { env: remote })).toEqual(local)
    const impact = ['impact', 'service:default/payment']
    expect(await alidade(impact, { env: remote })).toEqual(await alidade(impact, { env }))
    const input = '{ graph { revision } }'
    const asked = await alidade(['query', '-'], { env: remote, input })
    expect(asked).toEqual(await alidade(['query', '-'], { env, input }))
  })

  it('refuses who has no token of its own, and no message shows one', async () => {
    const server = await serving([], { ...env, ALIDADE_TOKENS: `ci:read:${token}` })
    const wrong = { ALIDADE_URL: server.url, ALIDADE_TOKEN: 'not-the-right-one' }
    for (const args of [['impact', 'service:default/payment'], ['export']]) {
      const { code, out, err } = await alidade(args, { env: wrong })
      expect([code, out, err]).toEqual([2, '', expect.stringContaining('the token is none of this server')])
    }
    expect(server.said()).not.toContain('not-the-right-one')
    expect(server.said()).not.toContain(token)
  })

  it('that is not there, or is none, is named', async () => {
    const dead = await alidade(['export'], { env: { ALIDADE_URL: 'http://127.0.0.1:9' } })
    expect([dead.code, dead.err]).toEqual([2, expect.stringContaining('set ALIDADE_URL to where it is')])
    const wrong = { ALIDADE_URL: 'nonsense' }
    expect((await alidade(['export'], { env: wrong })).err).toContain('ALIDADE_URL: where a server answers')
  })
})
