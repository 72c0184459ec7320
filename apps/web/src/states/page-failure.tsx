import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Failure } from './failure.tsx'

/** What a page shows when it could not be. */
export function PageFailure({ error }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <section>
      <title>Failed · Alidade</title>
      <h1 className="visually-hidden">Failed</h1>
      <Failure what="This page could not be shown" error={error} onRetry={() => router.invalidate()} />
    </section>
  )
}
