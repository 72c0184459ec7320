import { Nothing } from '../states/nothing.tsx'
import { Place } from './place.tsx'

export function StandardsPlace() {
  return (
    <Place name="Standards" lead="The rules that services keep, who keeps them, and which waivers end when.">
      <Nothing title="No standards yet">
        <p>Standards with their checks fill this place. This version does not read any.</p>
      </Nothing>
    </Place>
  )
}
