import { createFileRoute } from '@tanstack/react-router'
import { RfcsPlace } from '../places/rfcs.tsx'

export const Route = createFileRoute('/rfcs')({
  component: RfcsPlace,
})
