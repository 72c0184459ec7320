import { createHash, timingSafeEqual } from 'node:crypto'
import { InvalidInput } from '@alidade/model'

/** Who may ask, and for what. The token itself is kept nowhere, only its hash. */
export interface Token {
  readonly name: string
  readonly may: 'read' | 'write'
  /** SHA-256. */
  readonly hash: Buffer
}

const shortest = 16
const nameShape = /^[A-Za-z0-9._-]{1,100}$/
/** What an Authorization header can carry. @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
const tokenShape = /^[A-Za-z0-9._~+/-]+=*$/

/**
 * Reads `name:read:token,name:write:token`. Space around an entry does not count.
 * @throws InvalidInput `tokens-malformed`; the message names the entry by its place, never by what it says
 */
export function parseTokens(text: string): readonly Token[] {
  const entries = text.split(',').map((entry) => entry.trim())
  const tokens = entries.filter((entry) => entry !== '').map(parseToken)
  for (const [place, { name, hash }] of tokens.entries()) {
    const earlier = tokens.slice(0, place)
    if (earlier.some((other) => other.name === name)) throw malformed(place, `the name ${name} is taken`)
    if (earlier.some((other) => other.hash.equals(hash)))
      throw malformed(place, 'its token is in use already')
  }
  return tokens
}

function parseToken(entry: string, place: number): Token {
  const [name = '', may = '', ...rest] = entry.split(':')
  const token = rest.join(':')
  if (!nameShape.test(name))
    throw malformed(place, 'it begins with no name of letters, digits, ".", "_", "-"')
  if (may !== 'read' && may !== 'write') throw malformed(place, 'its second part is neither read nor write')
  if (token.length < shortest) throw malformed(place, `its token has fewer than ${shortest} characters`)
  if (!tokenShape.test(token)) throw malformed(place, 'its token has characters that no header can carry')
  return { name, may, hash: sha256(token) }
}

function malformed(place: number, what: string): InvalidInput {
  return new InvalidInput(
    'tokens-malformed',
    `entry ${place + 1} can't be used: ${what}; write name:read:token or name:write:token, comma-separated, ` +
      `each token at least ${shortest} of A-Z a-z 0-9 . _ ~ + / - (openssl rand -hex 24 makes one)`,
  )
}

/** Who has this token; every token is compared, each in constant time. */
export function findToken(tokens: readonly Token[], presented: string): Token | undefined {
  const hash = sha256(presented)
  return tokens.filter((token) => timingSafeEqual(token.hash, hash))[0]
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
