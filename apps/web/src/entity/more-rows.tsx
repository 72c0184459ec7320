import { count } from '../text/count.ts'
import { allOfThem, type EntityView, type ListName } from './entity-view.ts'
import type { Listed } from './shown-entity.ts'

/** What a limit hides is said, and is one click away. */
export function MoreRows(props: {
  list: Listed<unknown>
  all: ListName | undefined
  view: EntityView
  onView: (change: Partial<EntityView>) => void
}) {
  const { list, all, view, onView } = props
  const beyond = list.totalCount - list.edges.length
  if (beyond <= 0) return null
  if (!all || view.all.includes(all)) {
    return (
      <p className="more">
        {count(beyond, 'more', 'more')} than one page shows ({allOfThem}).
      </p>
    )
  }
  return (
    <p className="more">
      {count(beyond, 'more', 'more')}:{' '}
      <button type="button" className="link" onClick={() => onView({ all: [...view.all, all] })}>
        show
      </button>
    </p>
  )
}
