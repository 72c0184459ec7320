import type { CatalogueView } from './catalogue-view.ts'
import { type FacetField, facetFields } from './facet-fields.ts'

/** One filter that is set: its values, and the view without it. */
export interface ActiveFilter {
  readonly field: FacetField | 'text'
  readonly title: string
  readonly values: readonly string[]
  /** What takes it away. */
  readonly without: Partial<CatalogueView>
}

/** The filters that are set, the text first. */
export function activeFilters(view: CatalogueView): readonly ActiveFilter[] {
  const text: readonly ActiveFilter[] = view.text
    ? [{ field: 'text', title: 'Text', values: [view.text], without: { text: undefined, order: undefined } }]
    : []
  return [
    ...text,
    ...facetFields.flatMap(({ field, title }) => {
      const values: readonly string[] = view[field]
      return values.length > 0 ? [{ field, title, values, without: { [field]: [] } }] : []
    }),
  ]
}

/** A value as people read it: a ref by its name, nothing as nobody or none. */
export function readableValue(field: FacetField | 'text', value: string): string {
  if (value === '') return field === 'owners' ? 'nobody' : 'none'
  if (field === 'owners' || field === 'systems' || field === 'domains')
    return value.split('/').at(-1) ?? value
  if (value === 'differs') return 'sources differ'
  return value.replace('_', ' ')
}
