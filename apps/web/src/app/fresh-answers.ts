import { useApolloClient } from '@apollo/client/react'
import { useEffect, useRef } from 'react'

/** Forgets what was answered from an older revision, and asks again what is on the page. */
export function useFreshAnswers(revision: number | undefined): void {
  const apollo = useApolloClient()
  const last = useRef(revision)
  useEffect(() => {
    const before = last.current
    last.current = revision
    if (before === undefined || revision === undefined || before === revision) return
    apollo.refetchQueries({ updateCache: (cache) => cache.evict({ id: 'ROOT_QUERY' }) })
  }, [apollo, revision])
}
