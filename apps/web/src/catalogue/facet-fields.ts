import type { FacetName } from '../generated/documents.ts'
import type { CatalogueView } from './catalogue-view.ts'

/** The lists of values in the view, in the order of the filters on the page. */
export const facetFields = [
  { name: 'KIND', field: 'kinds', title: 'Kind' },
  { name: 'OWNER', field: 'owners', title: 'Owner' },
  { name: 'STATE', field: 'states', title: 'State' },
  { name: 'CONFIDENCE', field: 'confidences', title: 'Dependency evidence' },
  { name: 'SYSTEM', field: 'systems', title: 'System' },
  { name: 'DOMAIN', field: 'domains', title: 'Domain' },
  { name: 'LIFECYCLE', field: 'lifecycles', title: 'Lifecycle' },
  { name: 'TYPE', field: 'types', title: 'Type' },
  { name: 'TAG', field: 'tags', title: 'Tag' },
] as const satisfies readonly { name: FacetName; field: keyof CatalogueView; title: string }[]

export type FacetField = (typeof facetFields)[number]['field']

/** The value of a facet as an address has it: the server's kinds and confidences are in capitals, and none is null. */
export function inAddress(field: FacetField, value: string | null): string {
  if (value === null) return ''
  return field === 'kinds' || field === 'confidences' ? value.toLowerCase() : value
}
