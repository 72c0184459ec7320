import type { Confidence, Kind, Ref, RelationType } from '@alidade/model'

/** Which entities. All parts that are given must hold; an empty filter holds for all. */
export interface Where {
  readonly and?: readonly Where[]
  readonly or?: readonly Where[]
  readonly not?: Where
  readonly kinds?: readonly Kind[]
  readonly refs?: readonly Ref[]
  readonly namespaces?: readonly string[]
  /** Refs of teams or persons; null for what nobody owns. */
  readonly owners?: readonly (Ref | null)[]
  readonly systems?: readonly (Ref | null)[]
  readonly domains?: readonly (Ref | null)[]
  /** Ignoring case; null for what says nothing of it. */
  readonly lifecycles?: readonly (string | null)[]
  readonly types?: readonly (string | null)[]
  readonly tags?: readonly string[]
  /** With `values` left out: has the label at all. */
  readonly labels?: readonly { readonly key: string; readonly values?: readonly string[] }[]
  readonly annotations?: readonly { readonly key: string; readonly values?: readonly string[] }[]
  readonly unresolved?: boolean
  /** Whether its sources differ in a property. */
  readonly differs?: boolean
  /** The strongest confidence of the relations by which it depends and is depended upon; null where it has none. */
  readonly confidences?: readonly (Confidence | null)[]
  /** Part of the name, ignoring case. */
  readonly nameContains?: string
}

export const facetNames = [
  'kind',
  'owner',
  'system',
  'domain',
  'lifecycle',
  'type',
  'tag',
  'confidence',
  'state',
  'namespace',
] as const
export type FacetName = (typeof facetNames)[number]

export interface FacetValue {
  /** A ref for owner, system and domain; null for nobody, none. `state`: `unresolved`, `differs`. */
  readonly value: string | null
  readonly count: number
}

export const orders = ['name', 'kind', 'owner', 'callers', 'callees', 'lifecycle', 'relevance'] as const
export interface Order {
  readonly by: (typeof orders)[number]
  readonly descending: boolean
}

/** The ways a service depends: its own DEPENDS_ON, and through an API: it CONSUMES what another PROVIDES. */
export const dependencyTypes: readonly RelationType[] = ['DEPENDS_ON', 'CONSUMES', 'PROVIDES']
