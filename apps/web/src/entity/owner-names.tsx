import type { EntityNameFragment } from '../generated/documents.ts'
import { EntityLink } from './entity-link.tsx'

/** Who owns it; "nobody" stands out. */
export function OwnerNames({ owners }: { owners: readonly EntityNameFragment[] }) {
  if (owners.length === 0) return <span className="warn">nobody</span>
  return (
    <>
      {owners.map((owner, number) => (
        <span key={owner.ref}>
          {number > 0 && ', '}
          <EntityLink entity={owner} plain />
        </span>
      ))}
    </>
  )
}
