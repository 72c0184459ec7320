import type { EntityView } from './entity-view.ts'

/** Asks a fact where it comes from. */
export function WhyButton(props: {
  about: string
  name: string
  view: EntityView
  onView: (change: Partial<EntityView>) => void
}) {
  const open = props.view.why === props.name
  return (
    <button
      type="button"
      className="why"
      aria-expanded={open}
      aria-label={`why? ${props.about}: where does this come from`}
      onClick={() => props.onView({ why: open ? undefined : props.name })}
    >
      why?
    </button>
  )
}
