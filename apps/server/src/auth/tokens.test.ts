import { InvalidInput } from '@alidade/model'
import { describe, expect, it } from 'vitest'
import { findToken, parseTokens } from './tokens.ts'

const secret = 'a1b2c3d4e5f6a7b8'
const other = 'ffffffffffffffff'

describe('ALIDADE_TOKENS', () => {
  it('names who may read and who may write', () => {
    const tokens = parseTokens(` ci:read:${secret} , anna:write:${other},`)
    expect(tokens.map(({ name, may }) => [name, may])).toEqual([
      ['ci', 'read'],
      ['anna', 'write'],
    ])
    expect(findToken(tokens, other)).toMatchObject({ name: 'anna' })
    expect(findToken(tokens, `${other}x`)).toBeUndefined()
  })

  it('is kept as hashes only', () => {
    expect(JSON.stringify(parseTokens(`ci:read:${secret}`))).not.toContain(secret)
  })

  it.each([
    [`ci:${secret}`, 'entry 1', 'neither read nor write'],
    [`ci:read:short-secret`, 'entry 1', 'fewer than 16'],
    [`ci:admin:${secret}`, 'entry 1', 'neither read nor write'],
    [`:read:${secret}`, 'entry 1', 'no name'],
    [`a b:read:${secret}`, 'entry 1', 'no name'],
    [`ci:read:${secret} x`, 'entry 1', 'no header can carry'],
    [`ci:read:${secret},ci:write:${other}`, 'entry 2', 'the name ci is taken'],
    [`ci:read:${secret},anna:write:${secret}`, 'entry 2', 'in use already'],
  ])('is refused by its place, without saying what it says: %s', (text, place, what) => {
    const refused = () => parseTokens(text)
    expect(refused).toThrow(InvalidInput)
    expect(refused).toThrow(place)
    expect(refused).toThrow(what)
    expect(refused).not.toThrow(secret)
    expect(refused).not.toThrow('short-secret')
  })
})
