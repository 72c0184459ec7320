import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, it } from 'vitest'
import { checkHost, checkOrigin } from './same-site.ts'

const checkSameSite = (headers: IncomingHttpHeaders, publicUrl?: URL) => {
  checkHost(headers, publicUrl)
  checkOrigin(headers, publicUrl)
}
const publicUrl = new URL('https://alidade.example.org')

describe('a server on loopback', () => {
  it.each([
    [{ host: '127.0.0.1:4000' }],
    [{ host: 'localhost:4000' }],
    [{ host: '[::1]:4000' }],
    [{ host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000' }],
    [{ host: 'LOCALHOST:4000', origin: 'http://localhost:4000' }],
  ])('answers its own pages, and what is no page: %o', (headers) => {
    expect(() => checkSameSite(headers)).not.toThrow()
  })

  it.each([
    [{ host: 'evil.example:4000' }, 'host-foreign'],
    [{ host: '127.0.0.1.evil.example' }, 'host-foreign'],
    [{}, 'host-foreign'],
    [{ host: '127.0.0.1:4000', origin: 'http://evil.example' }, 'origin-foreign'],
    [{ host: '127.0.0.1:4000', origin: 'http://127.0.0.1:9999' }, 'origin-foreign'],
    [{ host: '127.0.0.1:4000', origin: 'null' }, 'origin-foreign'],
  ])('refuses a name that was made to point at it, and pages of others: %o', (headers, code) => {
    expect(() => checkSameSite(headers)).toThrow(expect.objectContaining({ code }))
  })

  it('answers at its public address too', () => {
    const headers = { host: 'alidade.example.org', origin: 'https://alidade.example.org' }
    expect(() => checkSameSite(headers, publicUrl)).not.toThrow()
    expect(() => checkSameSite(headers)).toThrow()
  })
})
