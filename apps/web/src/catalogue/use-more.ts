import { useEffect, useEffectEvent, useRef, useState } from 'react'

/**
 * Asks for more when it is wanted, once for each length of the list.
 * @returns whether the last answer did not come, and what asks again
 */
export function useMore(wanted: boolean, length: number, onMore: () => Promise<unknown>) {
  const asked = useRef(0)
  const [failed, setFailed] = useState(false)
  const ask = () => {
    setFailed(false)
    onMore().catch(() => setFailed(true))
  }
  const askOnce = useEffectEvent(() => {
    if (asked.current === length) return
    asked.current = length
    ask()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that has grown may still be too short
  useEffect(() => {
    if (wanted) askOnce()
  }, [wanted, length])
  return { failed, ask }
}
