import { describe, expect, it } from 'vitest'
import { clusterService, hostOf, isOwnMachine, isPublicDomain } from './host-name.ts'

describe('the name of a host', () => {
  it.each([
    ['cart', ['cart']],
    ['cart:8080', ['cart']],
    ['Cart_1.shop.', ['Cart_1.shop.']],
    ['10.1.2.3:80', ['10.1.2.3']],
    ['[fd00::1]:80', ['fd00::1']],
    ['fd00::1', ['fd00::1']],
    ['tcp(db:3306)', ['db']],
    ['*', []],
    ['8080', []],
    ['a..b', []],
    ['-cart', []],
    ['{{ host }}', []],
    ['', []],
  ])('of %s is %j', (text, host) => expect(hostOf(text)).toEqual(host))

  it.each([
    'localhost',
    'LOCALHOST.',
    'app.localhost',
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '::1',
    '::',
    '0:0:0:0:0:0:0:1',
  ])('%s is the machine itself', (host) => expect(isOwnMachine(host)).toBe(true))
  it.each(['localhost-proxy', '10.0.0.1', 'host.docker.internal', 'fd00::1'])(
    '%s is another machine',
    (host) => expect(isOwnMachine(host)).toBe(false),
  )

  it.each(['api.stripe.com', 'API.Stripe.COM.', 'shop.acme.co.uk', 'maps.wayfarer.example'])(
    '%s is the same for everybody',
    (host) => expect(isPublicDomain(host)).toBe(true),
  )
  it.each(['cart', 'cart.shop', 'db.internal', 'printer.local', '10.1.2.3', 'host.docker.internal'])(
    '%s is a name of its own network',
    (host) => expect(isPublicDomain(host)).toBe(false),
  )

  it.each([
    ['cart.shop.svc', { service: 'cart', namespace: 'shop' }],
    ['cart.shop.svc.cluster.local', { service: 'cart', namespace: 'shop' }],
    ['cart.shop', undefined],
  ])('%s in a cluster is %j', (host, service) => expect(clusterService(host)).toEqual(service))
})
