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
  const [, presented] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? []
  if (presented === undefined) throw unauthenticated('this server wants a token')
  const token = findToken(tokens, presented)
  if (!token) throw unauthenticated('the token is none of this server')
  return { known: 'by token', name: token.name, may: token.may }
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
