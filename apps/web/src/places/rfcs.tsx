import { Nothing } from '../states/nothing.tsx'
import { Place } from './place.tsx'

export function RfcsPlace() {
  return (
    <Place name="RFCs" lead="What is proposed, whom it concerns, and whether it can be accepted.">
      <Nothing title="No RFCs yet">
        <p>
          RFCs fill this place once they are imported. This version reads Backstage descriptors and Docker
          Compose files, and neither holds any.
        </p>
      </Nothing>
    </Place>
  )
}
