import { createFileRoute } from '@tanstack/react-router'
import { StandardsPlace } from '../places/standards.tsx'

export const Route = createFileRoute('/standards')({
  component: StandardsPlace,
})
