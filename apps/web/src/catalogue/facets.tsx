import { useQuery } from '@apollo/client/react'
import { CatalogueFacetsDocument } from '../generated/documents.ts'
import { Failure } from '../states/failure.tsx'
import { RowsWaiting } from '../states/rows-waiting.tsx'
import type { OnCatalogueView } from './catalogue-page.tsx'
import { whereOf } from './catalogue-variables.ts'
import type { CatalogueView } from './catalogue-view.ts'
import { Facet } from './facet.tsx'
import { facetFields } from './facet-fields.ts'

const names = facetFields.map(({ name }) => name)

/** The filters with how many each would give: the server counts a facet's values without that facet's own choice. */
export function Facets({ view, onView }: { view: CatalogueView; onView: OnCatalogueView }) {
  const variables = { where: whereOf(view), text: view.text ?? null, names }
  const { data, previousData, error, loading, refetch } = useQuery(CatalogueFacetsDocument, { variables })
  const facets = (data ?? previousData)?.entities?.facets
  if (!facets) {
    if (loading) return <RowsWaiting rows={14} label="Loading the filters" />
    return <Failure what="The filters could not be shown" error={error} onRetry={() => refetch()} />
  }
  return facetFields.map(({ name, field, title }) => {
    const facet = facets.find((one) => one.name === name)
    return (
      facet && (
        <Facet
          key={field}
          field={field}
          title={title}
          facet={facet}
          chosen={view[field]}
          onChosen={(chosen) => onView({ [field]: chosen })}
        />
      )
    )
  })
}
