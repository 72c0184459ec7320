import { createFileRoute } from '@tanstack/react-router'
import { AskPlace } from '../places/ask.tsx'

export const Route = createFileRoute('/ask')({
  component: AskPlace,
})
