import { createFileRoute } from '@tanstack/react-router'
import { ContractsPlace } from '../places/contracts.tsx'

export const Route = createFileRoute('/contracts')({
  component: ContractsPlace,
})
