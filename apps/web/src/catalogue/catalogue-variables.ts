import type { CatalogueQueryVariables, EntityOrderBy, EntityWhere } from '../generated/documents.ts'
import { confidences } from '../marks/confidences.ts'
import { isKind } from '../marks/kinds.ts'
import { type CatalogueView, orderOf } from './catalogue-view.ts'

/** How many rows one answer brings. */
const pageLength = 100

/** What the catalogue asks the server for its first rows. */
export function catalogueVariables(view: CatalogueView): CatalogueQueryVariables {
  const order = orderOf(view)
  return {
    first: pageLength,
    where: whereOf(view),
    text: view.text ?? null,
    orderBy: { by: byOf(order), descending: order.startsWith('-') },
  }
}

/** The filter that an address means. Words that are no kind and no confidence ask for nothing. */
export function whereOf(view: CatalogueView): EntityWhere {
  const { owners, systems, domains, lifecycles, types, tags, states } = view
  const kinds = view.kinds.map((kind) => kind.toUpperCase()).filter(isKind)
  const sure = view.confidences.flatMap((word) =>
    word === '' ? [null] : confidences.filter((confidence) => confidence.toLowerCase() === word),
  )
  return {
    ...(kinds.length > 0 && { kinds }),
    ...(owners.length > 0 && { owners: owners.map(orNull) }),
    ...(systems.length > 0 && { systems: systems.map(orNull) }),
    ...(domains.length > 0 && { domains: domains.map(orNull) }),
    ...(lifecycles.length > 0 && { lifecycles: lifecycles.map(orNull) }),
    ...(types.length > 0 && { types: types.map(orNull) }),
    ...(tags.length > 0 && { tags }),
    ...(sure.length > 0 && { confidences: sure }),
    ...stateOf(states),
  }
}

/** Any of the states, as with the other filters. */
function stateOf(states: CatalogueView['states']): EntityWhere {
  const [first, ...others] = [...new Set(states)].map((state): EntityWhere => ({ [state]: true }))
  if (!first) return {}
  return others.length === 0 ? first : { or: [first, ...others] }
}

const orNull = (word: string) => (word === '' ? null : word)

const columns: Record<string, EntityOrderBy> = {
  name: 'NAME',
  kind: 'KIND',
  owner: 'OWNER',
  lifecycle: 'LIFECYCLE',
  callers: 'CALLERS',
  callees: 'CALLEES',
}

function byOf(order: string): EntityOrderBy {
  return columns[order.replace('-', '')] ?? 'RELEVANCE'
}
