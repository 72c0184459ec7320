import { InvalidInput } from '@alidade/model'

/** Who asks. */
export type Caller =
  | { readonly known: 'by token'; readonly name: string; readonly may: 'read' | 'write' }
  /** On loopback, or in this process: whoever is here may write, under the name that is stated. */
  | { readonly known: 'by nothing'; readonly stated?: string }

const longest = 100

/**
 * Who a write is by, as the log keeps it: a token's name, or `stated:` and the name that the client gave. No token's name
 * has a colon, so neither can be taken for the other.
 * @param stated the name in the input of a mutation; a token's own name stands before it
 * @throws InvalidInput `forbidden` for a token that may only read, `actor-missing`, `actor-malformed`
 */
export function actorOf(caller: Caller, stated?: string | null): string {
  if (caller.known === 'by token') {
    if (caller.may === 'write') return caller.name
    throw new InvalidInput(
      'forbidden',
      `the token of ${caller.name} may read and not write: use one that ALIDADE_TOKENS lists as ${caller.name}:write:…`,
    )
  }
  const name = (stated ?? caller.stated ?? '').trim()
  if (name === '') {
    throw new InvalidInput(
      'actor-missing',
      'a change is kept with who made it: send your name in the header x-alidade-actor, or as actor in the input',
    )
  }
  if (name.length > longest || /\p{Cc}/u.test(name)) {
    throw new InvalidInput(
      'actor-malformed',
      `a name is one line of at most ${longest} characters: shorten it`,
    )
  }
  return `stated:${name}`
}
