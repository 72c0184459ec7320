import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInput } from './errors.ts'
import { kinds } from './kind.ts'
import {
  contractVersionRef,
  kindOfRef,
  makeRef,
  operationRef,
  parseForeignRef,
  parseRef,
  refParts,
  teamHandle,
} from './ref.ts'

const hex = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the ref of something that another tool names', () => {
  it('lowers capitals, and nothing else', () => {
    expect(makeRef('Service', 'default', 'frontendTests')).toBe('service:default/frontendtests')
    expect(makeRef('Service', 'Shop', 'a.b_c-d9')).toBe('service:shop/a.b_c-d9')
  })

  it('replaces each other character, trims the ends, and marks the name with its hash', () => {
    expect(makeRef('Service', 'default', '  My Service! ')).toBe(
      `service:default/my-service-${hex('  My Service! ').slice(0, 6)}`,
    )
    expect(makeRef('Team', 'default', 'été')).toBe(`team:default/t-${hex('été').slice(0, 6)}`)
  })

  it('is the mark alone where nothing is left', () => {
    expect(makeRef('Team', 'default', '数据')).toBe(`team:default/${hex('数据').slice(0, 6)}`)
  })

  it('is refused for no name, and for one of over 500 characters', () => {
    expect(() => makeRef('Team', 'default', '')).toThrow(InvalidInput)
    expect(() => makeRef('Team', 'default', 'x'.repeat(501))).toThrow(/501 characters/)
  })

  it('is always one that can be read back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds.filter((kind) => kind !== 'Operation' && kind !== 'ContractVersion')),
        fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
        fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
        (kind, namespace, name) => {
          const ref = makeRef(kind, namespace, name)
          expect(parseRef(ref)).toBe(ref)
          expect(kindOfRef(ref)).toBe(kind)
        },
      ),
    )
  })

  it('differs for names that differ in more than their capitals', () => {
    expect(makeRef('Service', 'default', 'a b')).not.toBe(makeRef('Service', 'default', 'a/b'))
    expect(makeRef('Service', 'default', 'a b')).not.toBe(makeRef('Service', 'default', 'a-b'))
  })
})

describe('a ref as a person writes it', () => {
  it('takes what is left out from the context', () => {
    expect(parseRef('checkout', { kind: 'Service' })).toBe('service:default/checkout')
    expect(parseRef('shop/checkout', { kind: 'Service' })).toBe('service:shop/checkout')
    expect(parseRef('api:orders', { namespace: 'shop' })).toBe('api:shop/orders')
  })

  it("understands Backstage's words and any case", () => {
    expect(parseRef('Component:default/Checkout')).toBe('service:default/checkout')
    expect(parseRef('group:Payments')).toBe('team:default/payments')
    expect(parseRef('USER:guest')).toBe('person:default/guest')
  })

  it('understands the handle of a team', () => {
    expect(parseRef('@Acme/Payments')).toBe('team:acme/payments')
    expect(teamHandle('@acme/payments')).toBe('team:acme/payments')
    expect(teamHandle('@acme')).toBeUndefined()
    expect(teamHandle('acme/payments')).toBeUndefined()
  })

  it('keeps the case of an operation, and the hash of a version', () => {
    expect(parseRef('API:Checkout#GET /users/{Id}')).toBe('api:default/checkout#GET /users/{Id}')
    expect(parseRef('api:default/shop@0123456789ab')).toBe('api:default/shop@0123456789ab')
  })

  it.each([
    ['', 'is not a ref'],
    ['checkout', 'is not a ref'],
    ['service:', 'is not a ref'],
    ['service:a/b/c', 'is not a ref'],
    ['service:default/with space', 'is not a ref'],
    ['service:default/checkout#GET /', 'is not a ref'],
    ['api:default/shop@nothex', 'is not a ref'],
    ['gizmo:default/x', '"gizmo" is no kind'],
  ])('%j is refused, and the message says what to write', (text, message) => {
    expect(() => parseRef(text)).toThrow(message)
  })

  it('is not repeated at length in a message', () => {
    expect(() => parseRef(`${'x '.repeat(500)}`)).toThrow(/…/)
  })
})

describe('a ref to a foreign name', () => {
  it('means what the name itself is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), (name) => {
        fc.pre(!/[:/#@]/.test(name) && name.trim() === name)
        expect(parseForeignRef(`group:${name}`)).toBe(makeRef('Team', 'default', name))
        expect(parseForeignRef(`shop/${name}`, { kind: 'Service' })).toBe(makeRef('Service', 'shop', name))
      }),
    )
    expect(parseForeignRef('component:default/docs/')).toBe(makeRef('Service', 'default', 'docs/'))
  })

  it('is read as any other where it is one', () => {
    expect(parseForeignRef('Component:Checkout')).toBe('service:default/checkout')
    expect(parseForeignRef('@acme/payments')).toBe('team:acme/payments')
  })

  it('needs a kind and a name', () => {
    expect(() => parseForeignRef('My Service')).toThrow('is not a ref')
    expect(() => parseForeignRef('  ', { kind: 'Service' })).toThrow('is not a ref')
    expect(() => parseForeignRef('group:', { kind: 'Team' })).toThrow('is not a ref')
    expect(() => parseForeignRef('gizmo:My Service')).toThrow('"gizmo" is no kind')
  })
})

describe('what belongs to an API', () => {
  const api = parseRef('api:shop/orders')

  it('is named after it', () => {
    expect(operationRef(api, 'GET /orders')).toBe('api:shop/orders#GET /orders')
    expect(contractVersionRef(api, 'openapi: 3.1.0')).toBe(
      `api:shop/orders@${hex('openapi: 3.1.0').slice(0, 12)}`,
    )
  })

  it('has its own kind, and says whose it is', () => {
    expect(refParts(operationRef(api, 'Query.a@b'))).toEqual({
      kind: 'Operation',
      namespace: 'shop',
      name: 'Query.a@b',
      api,
    })
    expect(kindOfRef(contractVersionRef(api, ''))).toBe('ContractVersion')
    expect(refParts(api)).toEqual({ kind: 'Api', namespace: 'shop', name: 'orders' })
  })
})
