import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { aServer, ask } from '../testing/environment.ts'

/** `fetch` sets Host and Origin by itself. */
async function get(url: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>()
  request(url, { headers }, (response) => {
    text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject)
  })
    .on('error', reject)
    .end()
  return promise
}

describe('POST /graphql', () => {
  it('answers from the graph', async () => {
    const { url } = await aServer()
    const { status, body } = await ask(url, '{ service(ref: "basket") { ref } }')
    expect([status, body]).toEqual([200, { data: { service: { ref: 'service:default/basket' } } }])
  })

  it('gives an error that the caller can mend its own code', async () => {
    const { url } = await aServer()
    const { body } = await ask(url, '{ service(ref: "a/b/c") { ref } }')
    expect(body.errors).toMatchObject([{ extensions: { code: 'ref-malformed' } }])
  })

  it('refuses a change without a name, and takes one with it', async () => {
    const { url } = await aServer()
    const change = `mutation { ruleIdentity(input: { says: SAME, a: "service:default/eta", b: "service:default/slots" }) {
      ruling { by } userErrors { code } } }`
    const refused = await ask(url, change)
    expect(refused.body.errors).toMatchObject([{ extensions: { code: 'actor-missing' } }])
    const taken = await ask(url, change, { 'x-alidade-actor': 'anna' })
    expect(taken.body.data).toEqual({ ruleIdentity: { ruling: { by: 'stated:anna' }, userErrors: [] } })
  })

  it.each([
    ['text/plain', '{"query":"{ __typename }"}', 400],
    ['application/json', '{', 400],
    ['application/json', JSON.stringify({ query: ' '.repeat(300_000) }), 413],
  ])(
    'refuses what a foreign page could send, what is no JSON, and what is too large: %s',
    async (type, body, status) => {
      const { url } = await aServer()
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      })
      expect(response.status).toBe(status)
    },
  )

  it('says by how much a body is too large', async () => {
    const { url } = await aServer()
    const { body } = await ask(url, ' '.repeat(200_000))
    expect(body.errors).toMatchObject([
      {
        message: expect.stringMatching(
          /^the request has \d+ bytes more than the 200,000 that are allowed: ask/,
        ),
        extensions: { code: 'body-too-large' },
      },
    ])
  })

  it('is the only way to ask', async () => {
    const { url } = await aServer()
    const response = await fetch(`${url}/graphql?query={__typename}`)
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })
})

describe('a server on loopback', () => {
  it('refuses names that were made to point at it, and pages of others', async () => {
    const { url } = await aServer()
    const { host } = new URL(url)
    for (const headers of [{ host: 'evil.example' }, { host, origin: 'http://evil.example' }]) {
      const { status, body } = await get(`${url}/export.json`, headers)
      expect([status, body]).toEqual([403, expect.stringMatching(/host-foreign|origin-foreign/)])
    }
    expect(await get(`${url}/export.json`, { host, origin: url })).toMatchObject({ status: 200 })
  })
})

describe('GET', () => {
  it('/healthz and /readyz say that the server lives, and that its store answers', async () => {
    const { url } = await aServer()
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' })
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ status: 'ok', engine: 'sqlite' })
  })

  it('/export.json gives the whole graph', async () => {
    const { url, counts } = await aServer()
    const document = await (await fetch(`${url}/export.json`)).json()
    expect(document).toMatchObject({ version: 1 })
    expect(document.entities).toHaveLength(counts.entities)
    expect(document.relations).toHaveLength(counts.relations)
  })

  it('any address that a browser opens gives the page, with a policy and a nonce that is new each time', async () => {
    const { url } = await aServer()
    const open = () => fetch(`${url}/services/service:default%2Fbasket`, { headers: { accept: 'text/html' } })
    const [first, second] = [await open(), await open()]
    const nonce = /nonce="([^"]+)"/.exec(await first.text())?.[1]
    const policy = first.headers.get('content-security-policy')
    expect(policy).toContain(`'nonce-${nonce}'`)
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect(await second.text()).not.toContain(String(nonce))
  })

  it('gives the page for an address that is no UTF-8, too', async () => {
    const { url } = await aServer()
    const page = await fetch(`${url}/entities/%E0%A4?a=%`, { headers: { accept: 'text/html' } })
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect((await fetch(`${url}/entities/%E0%A4`)).status).toBe(404)
  })

  it('a file of the web client gives it for good, and a missing one no page', async () => {
    const { url } = await aServer()
    const file = await fetch(`${url}/assets/main-abc.js`)
    expect(file.headers.get('cache-control')).toContain('immutable')
    expect((await fetch(`${url}/assets/old.js`, { headers: { accept: '*/*' } })).status).toBe(404)
  })
})
