import { describe, expect, it } from 'vitest'
import { authenticate } from './authenticate.ts'
import { actorOf } from './caller.ts'
import { parseTokens } from './tokens.ts'

const tokens = parseTokens('ci:read:a1b2c3d4e5f6a7b8,anna:write:ffffffffffffffff')
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe('whoever asks a server with tokens', () => {
  it('is who the token names, whatever else is stated', () => {
    const caller = authenticate({ ...bearer('ffffffffffffffff'), 'x-alidade-actor': 'bob' }, tokens)
    expect(caller).toEqual({ known: 'by token', name: 'anna', may: 'write' })
    expect(actorOf(caller, 'bob')).toBe('anna')
  })

  it('is the same from a browser, which sends the token as a password under any name', () => {
    const authorization = `Basic ${Buffer.from('whoever:ffffffffffffffff').toString('base64')}`
    expect(authenticate({ authorization }, tokens)).toMatchObject({ name: 'anna' })
  })

  it.each([{}, bearer('0000000000000000'), { authorization: 'Basic YTpi' }])(
    'is refused without one of its tokens: %o',
    (headers) => {
      expect(() => authenticate(headers, tokens)).toThrow(/ALIDADE_TOKENS lists/)
    },
  )

  it('may not write with a token that reads', () => {
    const caller = authenticate(bearer('a1b2c3d4e5f6a7b8'), tokens)
    expect(() => actorOf(caller, 'bob')).toThrow('the token of ci may read and not write')
  })
})

describe('whoever asks a server without tokens', () => {
  it('writes under the name that is stated, shown as stated', () => {
    const caller = authenticate({ 'x-alidade-actor': 'J%C3%BCrgen' }, [])
    expect(actorOf(caller)).toBe('stated:Jürgen')
    expect(actorOf(caller, 'anna')).toBe('stated:anna')
  })

  it('may not write without a name', () => {
    expect(() => actorOf(authenticate({}, []))).toThrow('send your name in the header x-alidade-actor')
    expect(() => actorOf(authenticate({}, []), '  ')).toThrow('send your name')
  })

  it.each(['two\nlines', 'x'.repeat(101)])('may not take a name that is none: %j', (name) => {
    expect(() => actorOf(authenticate({}, []), name)).toThrow('one line of at most 100 characters')
  })
})
