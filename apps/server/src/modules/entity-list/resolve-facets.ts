import { type FacetName, facets } from '@alidade/analysis'
import type { Ref } from '@alidade/model'
import { type EntityNode, entityAt } from '../../graph/entity-node.ts'
import { enumName } from '../../schema/enums.ts'
import type { EntityPageModel } from './entity-page.ts'
import type { FacetModel, FacetValueModel } from './facet.ts'

/** Of the whole list, not of the page. */
export function facetsOf(
  { view, query }: EntityPageModel,
  { names }: { names: readonly FacetName[] },
): FacetModel[] {
  const counted = facets(view.snapshot, query, [...new Set(names)])
  return counted.map(({ name, total, values }) => ({ view, name, totalCount: total, values }))
}

/** `where` takes kinds and confidences as the API writes them. */
export function shownValue({ name, value: { value } }: FacetValueModel): string | null {
  return value !== null && (name === 'kind' || name === 'confidence') ? enumName(value) : value
}

export function entityOfFacet({ view, name, value: { value } }: FacetValueModel): EntityNode | null {
  return name === 'owner' || name === 'system' || name === 'domain'
    ? entityAt(view, value as Ref | null)
    : null
}

export function labelOf(facet: FacetValueModel): string {
  const none = facet.name === 'owner' ? 'nobody' : 'none'
  return entityOfFacet(facet)?.summary.title ?? facet.value.value ?? none
}
