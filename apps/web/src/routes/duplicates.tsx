import { createFileRoute } from '@tanstack/react-router'
import { DuplicatesPlace } from '../places/duplicates.tsx'

export const Route = createFileRoute('/duplicates')({
  component: DuplicatesPlace,
})
