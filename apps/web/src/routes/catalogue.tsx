import { createFileRoute, type SearchSchemaInput } from '@tanstack/react-router'
import { prefetch } from '../app/prefetch.ts'
import { CataloguePage } from '../catalogue/catalogue-page.tsx'
import { catalogueVariables } from '../catalogue/catalogue-variables.ts'
import { type CatalogueView, catalogueView } from '../catalogue/catalogue-view.ts'
import { CatalogueDocument } from '../generated/documents.ts'

export const Route = createFileRoute('/catalogue')({
  validateSearch: (said: Partial<CatalogueView> & SearchSchemaInput): CatalogueView =>
    catalogueView.parse(said),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => prefetch(context.apollo, CatalogueDocument, catalogueVariables(deps)),
  component: CatalogueRoute,
})

function CatalogueRoute() {
  const navigate = Route.useNavigate()
  return (
    <CataloguePage
      view={Route.useSearch()}
      onView={(change, { replace = false } = {}) =>
        navigate({ search: (view) => ({ ...view, ...change }), replace, resetScroll: false })
      }
    />
  )
}
