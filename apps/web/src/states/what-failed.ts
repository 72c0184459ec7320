import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'

/** What went wrong, in words for the person who looks at the page. */
export interface WhatFailed {
  readonly title: string
  readonly detail: string
}

export function whatFailed(error: unknown): WhatFailed {
  if (CombinedGraphQLErrors.is(error)) {
    return {
      title: 'the server could not answer',
      detail: [...new Set(error.errors.map(({ message }) => message))].join(' '),
    }
  }
  if (ServerError.is(error)) {
    return error.statusCode === 401 || error.statusCode === 403
      ? { title: 'not allowed', detail: 'This server asks for a token, and takes none from this page.' }
      : {
          title: `the server answered ${error.statusCode}`,
          detail: 'Its log says more. Try again, or ask who runs it.',
        }
  }
  if (error instanceof TypeError) {
    return {
      title: 'the server was not reached',
      detail: 'Is it running? `npx -y pnpm start` starts it, and this page goes on where it was.',
    }
  }
  return { title: 'something went wrong', detail: error instanceof Error ? error.message : String(error) }
}

/** Whether all that is wrong is that the address holds no ref. */
export function isNoRef(error: unknown): boolean {
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.every(({ extensions }) => noRef.has(String(extensions?.code)))
  )
}

const noRef = new Set(['ref-malformed', 'kind-unknown'])
