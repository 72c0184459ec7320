import { Link } from '@tanstack/react-router'
import { Nothing } from '../states/nothing.tsx'
import { Place } from './place.tsx'

export function DuplicatesPlace() {
  return (
    <Place name="Duplicates" lead="What does the same twice, with the reasons to think so.">
      <Nothing title="Nothing has been compared yet">
        <p>
          Pairs that do the same fill this place once they are compared. Names that may mean one thing are
          already found: what is unresolved says on its page what it may be.
        </p>
        <Link className="link" to="/catalogue" search={{ states: ['unresolved'] }}>
          What is unresolved
        </Link>
      </Nothing>
    </Place>
  )
}
