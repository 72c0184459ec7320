import type { IncomingHttpHeaders } from 'node:http'
import { InvalidInput } from '@alidade/model'
import type { Caller } from './caller.ts'
import { findToken, type Token } from './tokens.ts'

/**
 * Who sends a request.
 * @param tokens none: whoever reaches the server may ask, and states a name
 * @throws InvalidInput `unauthenticated`
 */
export function authenticate(headers: IncomingHttpHeaders, tokens: readonly Token[]): Caller {
  if (tokens.length === 0) return stated(headers['x-alidade-actor'])
  const presented = presentedToken(headers.authorization ?? '')
  if (presented === undefined) throw unauthenticated('this server wants a token')
  const token = findToken(tokens, presented)
  if (!token) throw unauthenticated('the token is none of this server')
  return { known: 'by token', name: token.name, may: token.may }
}

/**
 * A token as programs send it, or as browsers send what a person types when they are asked: as the password, under any
 * name, since the token itself has one.
 * @see https://www.rfc-editor.org/rfc/rfc7617
 */
function presentedToken(authorization: string): string | undefined {
  const [, scheme = '', credentials = ''] = /^(Bearer|Basic) +(\S+)$/i.exec(authorization) ?? []
  if (scheme.toLowerCase() === 'bearer') return credentials
  const text = Buffer.from(credentials, 'base64').toString()
  const colon = text.indexOf(':')
  return colon < 0 ? undefined : text.slice(colon + 1)
}

function stated(header: string | readonly string[] | undefined): Caller {
  return typeof header === 'string'
    ? { known: 'by nothing', stated: decodeName(header) }
    : { known: 'by nothing' }
}

/** A header carries only ASCII, so a name with other letters comes percent-encoded. */
function decodeName(header: string): string {
  try {
    return decodeURIComponent(header)
  } catch {
    return header
  }
}

function unauthenticated(what: string): InvalidInput {
  return new InvalidInput(
    'unauthenticated',
    `${what}: send "Authorization: Bearer <token>" with one that its ALIDADE_TOKENS lists`,
  )
}
