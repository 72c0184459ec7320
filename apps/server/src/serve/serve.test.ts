import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { openSqliteStore } from '@alidade/graph'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readEnvironment } from '../environment.ts'
import { importPaths } from '../import/import-paths.ts'
import { holdingLease } from '../import/lease.ts'
import { service } from '../testing/descriptors.ts'
import { aServer, ask } from '../testing/environment.ts'
import { temporaryFolder, writeFiles } from '../testing/temporary-folder.ts'
import { serve } from './serve.ts'

const reader = 'a1b2c3d4e5f6a7b8'
const writer = 'ffffffffffffffff'
const tokens = `ci:read:${reader},anna:write:${writer}`

/** An address by which others reach this machine, where it has one; else that of all its addresses. */
function outerAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '0.0.0.0'
}

describe('a server on an address that is not loopback', () => {
  const host = outerAddress()

  it('does not start without tokens', () => {
    expect(() => readEnvironment({ ALIDADE_HOST: host })).toThrow('set ALIDADE_TOKENS too')
  })

  it('answers who has a token, and nobody else', async () => {
    const { url } = await aServer({ ALIDADE_HOST: host, ALIDADE_TOKENS: tokens })
    expect(new URL(url).hostname).toBe(host)
    const query = '{ graph { revision } }'
    const refused = await ask(url, query)
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('Basic'),
    ])
    expect(refused.body.errors).toMatchObject([{ extensions: { code: 'unauthenticated' } }])
    expect((await ask(url, query, { authorization: 'Bearer 0000000000000000' })).status).toBe(401)
    expect((await fetch(`${url}/export.json`)).status).toBe(401)
    for (const token of [reader, writer]) {
      expect(await ask(url, query, { authorization: `Bearer ${token}` })).toMatchObject({ status: 200 })
    }
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  it('lets a browser ask for the token, and refuses pages of other sites that it would send it for', async () => {
    const { url } = await aServer({ ALIDADE_HOST: host, ALIDADE_TOKENS: tokens })
    const accept = 'text/html'
    expect((await fetch(url, { headers: { accept } })).status).toBe(401)
    const authorization = `Basic ${Buffer.from(`ci:${reader}`).toString('base64')}`
    expect((await fetch(url, { headers: { accept, authorization } })).status).toBe(200)
    const query = '{ graph { revision } }'
    expect(await ask(url, query, { authorization, origin: url })).toMatchObject({ status: 200 })
    expect(await ask(url, query, { authorization, origin: 'http://evil.example' })).toMatchObject({
      status: 403,
    })
  })

  it('takes changes only with a token that may write, under its name', async () => {
    const { url } = await aServer({ ALIDADE_HOST: host, ALIDADE_TOKENS: tokens })
    const change = `mutation { ruleIdentity(input: { says: SAME, a: "service:default/eta", b: "service:default/slots", actor: "bob" }) {
      ruling { by } } }`
    const read = await ask(url, change, { authorization: `Bearer ${reader}` })
    expect(read.body.errors).toMatchObject([{ extensions: { code: 'forbidden' } }])
    const written = await ask(url, change, { authorization: `Bearer ${writer}` })
    expect(written.body.data).toEqual({ ruleIdentity: { ruling: { by: 'anna' } } })
  })
})

describe('a server', () => {
  it('imports the sample organisation into an empty store, once', async () => {
    const data = { ALIDADE_DATA: temporaryFolder() }
    const first = await aServer(data)
    expect(first.sample?.sources.map(({ id }) => id)).toEqual(['sample/backstage', 'sample/compose'])
    await first.stop()
    const second = await aServer(data)
    expect(second.sample).toBeUndefined()
    expect(second.counts).toEqual(first.counts)
  })

  it('shows within a second or two what another process imports, without the sample', async () => {
    const data = temporaryFolder()
    const { url } = await aServer({ ALIDADE_DATA: data })
    const folder = temporaryFolder()
    writeFiles(folder, { 'a.yaml': service('from-elsewhere', 'nobody') })
    const store = await openSqliteStore({ folder: data })
    onTestFinished(() => store.close())
    const report = await importPaths(store, { paths: [folder], name: 'acme/shop', actor: 'stated:bob' })
    expect(report.sampleRemoved).toEqual(['sample/backstage', 'sample/compose'])
    await expect
      .poll(async () => (await ask(url, '{ service(ref: "from-elsewhere") { ref } }')).body, {
        timeout: 5_000,
      })
      .toEqual({ data: { service: { ref: 'service:default/from-elsewhere' } } })
    const { body } = await ask(url, '{ service(ref: "basket") { ref } }')
    expect(body).toEqual({ data: { service: null } })
  })

  it('does not bring the sample back into a store that was emptied, unless it is asked for', async () => {
    const data = temporaryFolder()
    const folder = temporaryFolder()
    writeFiles(folder, { 'a.yaml': service('a', 'nobody') })
    const store = await openSqliteStore({ folder: data })
    const again = { paths: [folder], name: 'acme/shop', actor: 'stated:bob' }
    await importPaths(store, again)
    await expect(aServer({ ALIDADE_DATA: data }, { sample: true })).rejects.toMatchObject({
      code: 'store-not-empty',
    })
    writeFiles(folder, { 'a.yaml': 'nothing: here' })
    await importPaths(store, again)
    await store.close()

    const server = await aServer({ ALIDADE_DATA: data })
    expect(server).toMatchObject({ counts: { entities: 0 } })
    await server.stop()
    expect((await aServer({ ALIDADE_DATA: data }, { sample: true })).counts.entities).toBeGreaterThan(0)
  })

  it('starts while something else is being imported, without the sample', async () => {
    const data = temporaryFolder()
    const store = await openSqliteStore({ folder: data })
    onTestFinished(() => store.close())
    await holdingLease(store, async () => {
      expect(await aServer({ ALIDADE_DATA: data })).toMatchObject({ counts: { entities: 0 } })
    })
  })

  it('says so when its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    await expect(aServer({ ALIDADE_PORT: port })).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining(`port ${port} of 127.0.0.1 is in use`),
    })
  })

  it('lets a request under way finish when it is stopped, and takes no other', async () => {
    const server = await aServer()
    const body = JSON.stringify({ query: '{ graph { revision } }' })
    const headers = { 'content-type': 'application/json', 'content-length': body.length }
    const slow = request(`${server.url}/graphql`, { method: 'POST', headers })
    const answered = once(slow, 'response')
    slow.write(body.slice(0, 5))
    await setTimeout(100)
    const stopped = server.stop()
    await setTimeout(100)
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
    slow.end(body.slice(5))
    const [response] = (await answered) as [IncomingMessage]
    expect([response.statusCode, await text(response)]).toEqual([200, '{"data":{"graph":{"revision":1}}}\n'])
    await stopped
  })

  it('goes on while an import is under way', async () => {
    const data = temporaryFolder()
    const { url } = await aServer({ ALIDADE_DATA: data })
    const folder = temporaryFolder()
    const many = Array.from({ length: 1_000 }, (_, n) => service(`s-${n}`, 'nobody', `component:s-${n + 1}`))
    writeFiles(folder, { 'a.yaml': many.join('---\n') })
    const store = await openSqliteStore({ folder: data })
    onTestFinished(() => store.close())
    const run = importPaths(store, { paths: [folder], actor: 'stated:bob' })
    expect(await ask(url, '{ graph { revision } }')).toMatchObject({ status: 200 })
    await run
    await expect
      .poll(async () => (await ask(url, '{ service(ref: "s-999") { ref } }')).body.data, { timeout: 20_000 })
      .toEqual({ service: { ref: 'service:default/s-999' } })
  })

  it('stays up when the disk is full under an import', async () => {
    const data = temporaryFolder()
    const { url, counts } = await aServer({ ALIDADE_DATA: data })
    const folder = temporaryFolder()
    const many = Array.from({ length: 1_000 }, (_, n) => service(`s-${n}`, 'nobody'))
    writeFiles(folder, { 'a.yaml': many.join('---\n') })
    const store = await openSqliteStore({ folder: data, mostPages: 1 })
    onTestFinished(() => store.close())
    const run = importPaths(store, { paths: [folder], actor: 'stated:bob' })
    await expect(run).rejects.toMatchObject({ code: 'disk-full' })
    const { status, body } = await ask(url, '{ graph { revision } service(ref: "basket") { ref } }')
    expect([status, body.data]).toEqual([
      200,
      { graph: { revision: counts.revision }, service: { ref: 'service:default/basket' } },
    ])
  })

  it('opens its store with no web client at hand', async () => {
    const environment = readEnvironment({
      ALIDADE_PORT: '0',
      ALIDADE_DATA: temporaryFolder(),
      ALIDADE_WEB: temporaryFolder(),
    })
    const server = await serve(environment)
    onTestFinished(() => server.stop())
    expect(server.hasWebClient).toBe(false)
    const response = await fetch(server.url, { headers: { accept: 'text/html' } })
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('pnpm build')])
  })
})
