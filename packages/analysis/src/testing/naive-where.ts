import { type Entity, entityHead } from '@alidade/model'
import { fold } from '../names/fold.ts'
import type { FacetName, Where } from '../questions.ts'
import { summaryOf } from '../snapshot/summary.ts'
import type { Summary, View } from '../snapshot/view.ts'
import type { Graph } from './facts.ts'

/** An entity with what a filter can ask of it. */
export interface Known {
  readonly entity: Entity
  readonly summary: Summary
}

export function knownIn(view: View, { entities }: Graph): Known[] {
  return entities.flatMap((entity) => {
    const summary = summaryOf(view, entity.ref)
    return summary ? [{ entity, summary }] : []
  })
}

/** Whether a filter holds, read off what each of its parts says. */
export function naiveHolds(where: Where, known: Known): boolean {
  const { summary, entity } = known
  const anyOf = <Value>(wanted: readonly Value[] | undefined, its: readonly Value[]): boolean =>
    wanted === undefined || its.some((value) => wanted.includes(value))
  const orNull = <Value>(values: readonly Value[]): readonly (Value | null)[] =>
    values.length ? values : [null]
  const lower = (values: readonly (string | null)[] | undefined) =>
    values?.map((value) => value?.toLowerCase() ?? null)
  const pairs = (wanted: Where['labels'], its: Readonly<Record<string, string>>): boolean =>
    (wanted ?? []).every(({ key, values }) => {
      const value = its[key]
      return value !== undefined && (values === undefined || values.includes(value))
    })
  return (
    (where.and ?? []).every((inner) => naiveHolds(inner, known)) &&
    (where.or === undefined || where.or.some((inner) => naiveHolds(inner, known))) &&
    (where.not === undefined || !naiveHolds(where.not, known)) &&
    anyOf(where.kinds, [summary.kind]) &&
    anyOf(where.refs, [summary.ref]) &&
    anyOf(where.namespaces, [summary.namespace]) &&
    anyOf(where.owners, orNull(summary.owners)) &&
    anyOf(where.systems, [summary.system]) &&
    anyOf(where.domains, [summary.domain]) &&
    anyOf(lower(where.lifecycles), [summary.lifecycle]) &&
    anyOf(lower(where.types), [summary.type]) &&
    anyOf(where.tags, summary.tags) &&
    pairs(where.labels, entity.labels) &&
    pairs(where.annotations, entity.annotations) &&
    (where.unresolved ?? entity.unresolved) === entity.unresolved &&
    (where.differs ?? summary.differs) === entityHead(entity).differs.length > 0 &&
    anyOf(where.confidences, [summary.confidence]) &&
    fold(summary.name).includes(fold(where.nameContains ?? ''))
  )
}

/** The values of a facet that an entity counts for. */
export function naiveValues(name: FacetName, { summary }: Known): readonly (string | null)[] {
  switch (name) {
    case 'owner':
      return summary.owners.length ? summary.owners : [null]
    case 'tag':
      return summary.tags
    case 'state':
      return [...(summary.unresolved ? ['unresolved'] : []), ...(summary.differs ? ['differs'] : [])]
    default:
      return [summary[name]]
  }
}

/** A filter without what its top level says of a facet. */
export function naiveWithout(where: Where, name: FacetName): Where {
  const { kinds, owners, systems, domains, lifecycles, types, tags, confidences: sure, ...rest } = where
  const { unresolved, differs, namespaces, ...others } = rest
  const parts = {
    kind: { kinds },
    owner: { owners },
    system: { systems },
    domain: { domains },
    lifecycle: { lifecycles },
    type: { types },
    tag: { tags },
    confidence: { confidences: sure },
    state: { unresolved, differs },
    namespace: { namespaces },
  }
  const kept = Object.entries(parts).flatMap(([facet, part]) => (facet === name ? [] : Object.entries(part)))
  return { ...others, ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)) }
}
