import { Link } from '@tanstack/react-router'
import { Nothing } from '../states/nothing.tsx'
import { Place } from './place.tsx'

export function ContractsPlace() {
  return (
    <Place
      name="Contracts"
      lead="What services promise each other, operation by operation, and what changed in it."
    >
      <Nothing title="No contract has been read yet">
        <p>
          Operations and their versions fill this place once contracts are read. This version knows of an API
          that there is one, who provides it and who consumes it.
        </p>
        <Link className="link" to="/catalogue" search={{ kinds: ['api'] }}>
          The APIs in the catalogue
        </Link>
      </Nothing>
    </Place>
  )
}
