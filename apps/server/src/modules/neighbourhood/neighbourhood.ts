import type { NeighbourhoodEdge as Edge, NeighbourhoodNode as Node } from '@alidade/analysis'
import type { EntityNode } from '../../graph/entity-node.ts'
import type { GraphView } from '../../graph/graph-view.ts'
import { builder } from '../../schema/builder.ts'
import { Confidence, Direction, GroupByEnum, RelationType } from '../../schema/enums.ts'
import { costOfFinding, countedBefore } from '../../schema/page-fields.ts'
import { countPlaces } from '../dependency/resolve.ts'
import { Entity } from '../entity/entity-interface.ts'
import { Evidence } from '../evidence/evidence.ts'
import { evidenceOfEdge, neighbourhoodOf } from './resolve.ts'

interface NodeModel {
  readonly node: Node
  readonly entity: EntityNode | null
  readonly group: EntityNode | null
}

export interface EdgeModel {
  readonly view: GraphView
  readonly edge: Edge
}

export interface NeighbourhoodModel {
  readonly nodes: readonly NodeModel[]
  readonly edges: readonly EdgeModel[]
  readonly totalNodes: number
  readonly hidden: readonly { readonly distance: number; readonly count: number }[]
}

const NeighbourhoodNode = builder.objectRef<NodeModel>('NeighbourhoodNode').implement({
  description: 'An entity near the roots, or a group of them.',
  fields: (t) => ({
    key: t.id({
      nullable: false,
      description: 'The entity’s ref, or the group’s.',
      resolve: ({ node }) => node.key,
    }),
    distance: t.int({
      nullable: false,
      description: 'Negative for callers (they reach the root), positive for callees.',
      resolve: ({ node }) => node.distance,
    }),
    entity: t.expose('entity', { description: 'The entity; null for a group.', type: Entity }),
    group: t.expose('group', {
      type: Entity,
      description:
        'The entity it stands for when it is a group; null with `groupSize` > 0 for what is in no group.',
    }),
    groupSize: t.int({
      description: 'How many entities a group stands for here; 0 for an entity.',
      nullable: false,
      resolve: ({ node }) => node.groupSize,
    }),
    hiddenIn: t.int({
      nullable: false,
      description: 'Callers of it that are not shown.',
      resolve: ({ node }) => node.hiddenIn,
    }),
    hiddenOut: t.int({
      nullable: false,
      description: 'Callees of it that are not shown.',
      resolve: ({ node }) => node.hiddenOut,
    }),
    root: t.boolean({
      description: 'Whether the question began here.',
      nullable: false,
      resolve: ({ node }) => node.root,
    }),
  }),
})

const NeighbourhoodEdge = builder.objectRef<EdgeModel>('NeighbourhoodEdge').implement({
  description: 'One node depends on another.',
  fields: (t) => ({
    from: t.id({ nullable: false, description: 'The `key` of a node.', resolve: ({ edge }) => edge.from }),
    to: t.id({ nullable: false, description: 'The `key` of a node.', resolve: ({ edge }) => edge.to }),
    confidence: t.field({
      description: 'The strongest of its relations.',
      type: Confidence,
      nullable: false,
      resolve: ({ edge }) => edge.confidence,
    }),
    weight: t.int({
      nullable: false,
      description: 'How many relations it stands for.',
      resolve: ({ edge }) => edge.weight,
    }),
    types: t.field({
      description: 'Of what types its relations are.',
      type: [RelationType],
      nullable: false,
      resolve: ({ edge }) => edge.types,
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'At most 100, the strongest first.',
      resolve: evidenceOfEdge,
    }),
    evidenceCount: t.int({
      description: 'How many places say so, of at most 100 relations.',
      nullable: false,
      resolve: ({ edge }) => countPlaces(edge.relations),
    }),
  }),
})

const HiddenCount = builder.objectRef<NeighbourhoodModel['hidden'][number]>('HiddenCount').implement({
  description: 'How many nodes at a distance are not shown.',
  fields: (t) => ({
    distance: t.exposeInt('distance', { nullable: false, description: 'Negative for callers.' }),
    count: t.exposeInt('count', { description: 'How many are not shown.', nullable: false }),
  }),
})

const Neighbourhood = builder.objectRef<NeighbourhoodModel>('Neighbourhood').implement({
  description: 'What lies around some entities.',
  fields: (t) => ({
    nodes: t.expose('nodes', {
      type: [NeighbourhoodNode],
      nullable: false,
      complexity: countedBefore,
      description:
        'Roots first, then by distance, then by ref; at most `first`. With `groupBy` what is not a root stands for its group.',
    }),
    edges: t.expose('edges', {
      type: [NeighbourhoodEdge],
      nullable: false,
      complexity: { field: 0, multiplier: 3 },
      description: 'All between the nodes that are shown.',
    }),
    totalNodes: t.exposeInt('totalNodes', {
      nullable: false,
      description: 'How many there are in all, within the depth.',
    }),
    hidden: t.expose('hidden', {
      type: [HiddenCount],
      nullable: false,
      complexity: countedBefore,
      description: 'What `first` hides, by distance and side.',
    }),
  }),
})

builder.queryField('neighbourhood', (t) =>
  t.field({
    type: Neighbourhood,
    description: 'What depends on these, and on what they depend, step by step.',
    args: {
      refs: t.arg({ type: ['Ref'], required: true, description: 'At most 50.' }),
      depth: t.arg.int({ defaultValue: 1, description: '1 to 10.' }),
      direction: t.arg({
        type: Direction,
        defaultValue: 'both',
        description: 'IN: what depends on them. OUT: on what they depend.',
      }),
      relationTypes: t.arg({
        type: [RelationType],
        description: 'Those by which things depend on each other when left out.',
      }),
      groupBy: t.arg({ type: GroupByEnum, description: 'Each entity by itself when left out.' }),
      first: t.arg.int({ defaultValue: 80, description: 'At most 1,000.' }),
    },
    complexity: costOfFinding('walk'),
    resolve: neighbourhoodOf,
  }),
)
