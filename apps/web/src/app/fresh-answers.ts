import { useApolloClient, useQuery } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { RevisionDocument } from '../generated/documents.ts'

/** In milliseconds: this question costs the server next to nothing. */
const oftenEnough = 5_000

/**
 * Watches for a new revision while the page is looked at; forgets what was answered from an older one, and asks again
 * what is on the page.
 */
export function useFreshAnswers(): void {
  const apollo = useApolloClient()
  const { data } = useQuery(RevisionDocument, {
    pollInterval: oftenEnough,
    skipPollAttempt: () => document.hidden,
  })
  const revision = data?.graph.revision
  const last = useRef(revision)
  useEffect(() => {
    const before = last.current
    last.current = revision
    if (before === undefined || revision === undefined || before === revision) return
    apollo.refetchQueries({ updateCache: (cache) => cache.evict({ id: 'ROOT_QUERY' }) })
  }, [apollo, revision])
}
