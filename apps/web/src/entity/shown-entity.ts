import type { DependenciesFragment, EntityQuery, RelationsFragment } from '../generated/documents.ts'

export type ShownEntity = NonNullable<EntityQuery['entity']>
export type Dependency = DependenciesFragment['edges'][number]
export type Related = RelationsFragment['edges'][number]

/** A list of a section, with how many there are in all. */
export interface Listed<Item> {
  readonly totalCount: number
  readonly edges: readonly Item[]
}
