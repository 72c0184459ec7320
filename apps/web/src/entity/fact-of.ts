import { whyKey } from './entity-view.ts'
import type { Dependency, Related, ShownEntity } from './shown-entity.ts'

export type Fact =
  | { readonly is: 'dependency'; readonly side: 'callers' | 'callees'; readonly edge: Dependency }
  | { readonly is: 'relation'; readonly edge: Related }

type Edges<Edge> = { readonly edges: readonly Edge[] } | null

/** The fact of a page that an address names by `whyKey`. */
export function factOf(entity: ShownEntity, why: string): Fact | undefined {
  for (const [side, list] of dependencies(entity)) {
    const edge = list?.edges.find(({ node }) => whyKey(side, node.ref) === why)
    if (edge) return { is: 'dependency', side, edge }
  }
  for (const [name, list] of relations(entity)) {
    const edge = list?.edges.find(({ node }) => whyKey(name, node.ref) === why)
    if (edge) return { is: 'relation', edge }
  }
  return undefined
}

function dependencies(entity: ShownEntity): readonly (readonly ['callers' | 'callees', Edges<Dependency>])[] {
  switch (entity.__typename) {
    case 'Service':
    case 'Resource':
      return [
        ['callers', entity.dependents],
        ['callees', entity.dependsOn],
      ]
    default:
      return []
  }
}

function relations(entity: ShownEntity): readonly (readonly [string, Edges<Related>])[] {
  switch (entity.__typename) {
    case 'Service':
      return [
        ['provides', entity.provides],
        ['consumes', entity.consumes],
      ]
    case 'Api':
      return [
        ['providers', entity.providers],
        ['consumers', entity.consumers],
        ['operations', entity.operations],
      ]
    case 'Team':
      return [
        ['owned', entity.owned],
        ['members', entity.members],
        ['children', entity.children],
      ]
    case 'Person':
      return [
        ['memberOf', entity.memberOf],
        ['owned', entity.owned],
      ]
    case 'System':
    case 'Domain':
      return [['parts', entity.parts]]
    case 'Operation':
    case 'Technology':
    case 'Guild':
      return [['all', entity.all]]
    default:
      return []
  }
}
