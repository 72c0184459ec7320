export { type GroupBy, groupings } from './groups/group-by.ts'
export { type RolledUp, type RolledUpCell, rollUp } from './groups/roll-up.ts'
export { type TeamDependency, teamDependencies } from './groups/team-dependencies.ts'
export { type Facet, facets } from './list/facets.ts'
export { type ListPage, type ListQuery, list, type Position } from './list/list.ts'
export { type Stats, stats } from './list/stats.ts'
export { type SearchHit, search } from './names/search.ts'
export {
  dependencyTypes,
  type FacetName,
  type FacetValue,
  facetNames,
  type Order,
  orders,
  type Where,
} from './questions.ts'
export { advance, view } from './snapshot/advance.ts'
export { buildSnapshot, type SnapshotBuilder, startSnapshot } from './snapshot/build.ts'
export { relationsAt, resolveRef, summaryOf } from './snapshot/summary.ts'
export type { Snapshot, Summary, View } from './snapshot/view.ts'
export { type Cycles, cycles } from './walk/cycles.ts'
export { type Dependency, type DependencyPage, dependencies } from './walk/dependencies.ts'
export {
  type Neighbourhood,
  type NeighbourhoodEdge,
  type NeighbourhoodNode,
  type NeighbourhoodQuery,
  neighbourhood,
} from './walk/neighbourhood.ts'
export { type Path, type PathStep, type Paths, paths } from './walk/paths.ts'
export { type Affected, type AffectedOwner, type Reach, type ReachQuery, reach } from './walk/reach.ts'
