import { createFileRoute, type SearchSchemaInput } from '@tanstack/react-router'
import { prefetch } from '../app/prefetch.ts'
import { EntityPage } from '../entity/entity-page.tsx'
import { entityVariables } from '../entity/entity-variables.ts'
import { type EntityView, entityView } from '../entity/entity-view.ts'
import { EntityDocument } from '../generated/documents.ts'

export const Route = createFileRoute('/entities/$ref')({
  validateSearch: (said: Partial<EntityView> & SearchSchemaInput): EntityView => entityView.parse(said),
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    prefetch(context.apollo, EntityDocument, entityVariables(params.ref, deps)),
  component: EntityRoute,
})

function EntityRoute() {
  const { ref } = Route.useParams()
  const navigate = Route.useNavigate()
  return (
    <EntityPage
      entityRef={ref}
      view={Route.useSearch()}
      onView={(change) => navigate({ search: (view) => ({ ...view, ...change }), resetScroll: false })}
    />
  )
}
