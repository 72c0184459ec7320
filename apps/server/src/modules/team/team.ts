import type { EntityNode } from '../../graph/entity-node.ts'
import type { GraphView } from '../../graph/graph-view.ts'
import { builder } from '../../schema/builder.ts'
import { Confidence } from '../../schema/enums.ts'
import type { Cursor, Page } from '../../schema/page.ts'
import { pageArguments } from '../../schema/page-arguments.ts'
import { costOfPage, countedBefore, PageInfoRef } from '../../schema/page-fields.ts'
import { countPlaces } from '../dependency/resolve.ts'
import { asEntity, Entity } from '../entity/entity-interface.ts'
import { Evidence } from '../evidence/evidence.ts'
import { RelationConnection } from '../relation/relation.ts'
import { relatedBy } from '../relation/resolve.ts'
import {
  dependenciesBetween,
  evidenceOfPairs,
  type OwnedDependency,
  otherTeam,
  pairsOf,
  relationsBehind,
  teamByRef,
} from './resolve.ts'

export interface TeamDependencyEdgeModel {
  readonly view: GraphView
  readonly cursor: Cursor
  readonly dependency: OwnedDependency
}

export interface TeamDependencyPairModel {
  readonly from: EntityNode
  readonly to: EntityNode
}

export interface TeamDependencyPageModel extends Omit<Page<OwnedDependency>, 'items'> {
  readonly unowned: number
  readonly edges: readonly TeamDependencyEdgeModel[]
}

const TeamDependencyPair = builder.objectRef<TeamDependencyPairModel>('TeamDependencyPair').implement({
  description: 'One thing depends on another, and so does its team.',
  fields: (t) => ({
    from: t.expose('from', { type: Entity, nullable: false, description: 'What depends.' }),
    to: t.expose('to', { type: Entity, nullable: false, description: 'On what it depends.' }),
  }),
})

const TeamDependencyEdge = builder.objectRef<TeamDependencyEdgeModel>('TeamDependencyEdge').implement({
  description: 'A team depends on a team, because its services depend on the other’s.',
  fields: (t) => ({
    cursor: t.string({ description: 'For `after`.', nullable: false, resolve: ({ cursor }) => cursor() }),
    confidence: t.field({
      description: 'The strongest of them.',
      type: Confidence,
      nullable: false,
      resolve: ({ dependency }) => dependency.confidence,
    }),
    weight: t.int({
      nullable: false,
      description: 'How many dependencies between services it stands for.',
      resolve: ({ dependency }) => dependency.weight,
    }),
    pairs: t.field({
      type: [TeamDependencyPair],
      nullable: false,
      description: 'Which things depend on which: the first of `weight`, by from, then to; at most 100.',
      resolve: pairsOf,
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'Of all relations behind `pairs`, the strongest first; at most 100.',
      resolve: evidenceOfPairs,
    }),
    evidenceCount: t.int({
      nullable: false,
      description: 'How many places say so, of all relations behind `pairs`.',
      resolve: (edge) => countPlaces(relationsBehind(edge)),
    }),
    node: t.field({
      type: Entity,
      nullable: false,
      description: 'The other team, or a person who owns.',
      resolve: otherTeam,
    }),
  }),
})

const TeamDependencyConnection = builder
  .objectRef<TeamDependencyPageModel>('TeamDependencyConnection')
  .implement({
    description:
      'Teams and persons that a team depends on, or that depend on it; the most first, then by ref.',
    fields: (t) => ({
      totalCount: t.exposeInt('totalCount', {
        nullable: false,
        description: 'Of all, however few are asked for.',
      }),
      unowned: t.exposeInt('unowned', {
        nullable: false,
        description: 'How many dependencies more there are with what nobody owns.',
      }),
      pageInfo: t.expose('pageInfo', {
        description: 'Where the page lies.',
        type: PageInfoRef,
        nullable: false,
      }),
      edges: t.expose('edges', {
        description: 'The page.',
        type: [TeamDependencyEdge],
        nullable: false,
        complexity: countedBefore,
      }),
      nodes: t.field({
        description: 'The teams of `edges`.',
        type: [Entity],
        nullable: false,
        complexity: countedBefore,
        resolve: ({ edges }) => edges.map(otherTeam),
      }),
    }),
  })

export const Team = builder.objectRef<EntityNode>('Team').implement({
  description: 'Who owns, and whom to talk to.',
  interfaces: asEntity,
  fields: (t) => {
    const page = { args: pageArguments(t.arg), complexity: costOfPage }
    const related = { type: RelationConnection, ...page }
    return {
      parents: t.field({
        description: 'What it is part of.',
        ...related,
        resolve: relatedBy('PART_OF', 'out'),
      }),
      children: t.field({
        description: 'Teams that are part of it.',
        ...related,
        resolve: relatedBy('PART_OF', 'in', 'Team'),
      }),
      members: t.field({
        ...related,
        description: 'People; the edge’s properties say in which `role`.',
        resolve: relatedBy('MEMBER_OF', 'in'),
      }),
      services: t.field({
        ...related,
        description: 'The services it owns.',
        resolve: relatedBy('OWNS', 'out', 'Service'),
      }),
      owns: t.field({ ...related, description: 'All it owns.', resolve: relatedBy('OWNS', 'out') }),
      dependsOn: t.field({
        description: 'Teams on whose services its own depend.',
        type: TeamDependencyConnection,
        ...page,
        resolve: dependenciesBetween('out'),
      }),
      dependents: t.field({
        description: 'Teams whose services depend on its own.',
        type: TeamDependencyConnection,
        ...page,
        resolve: dependenciesBetween('in'),
      }),
    }
  },
})

builder.queryField('team', (t) =>
  t.field({
    type: Team,
    description: 'The team that this ref or alias means; the kind may be left out.',
    args: { ref: t.arg({ type: 'Ref', required: true, description: 'A ref or an alias.' }) },
    resolve: teamByRef,
  }),
)
