import type { EntityNode } from '../../graph/entity-node.ts'
import type { GraphView } from '../../graph/graph-view.ts'
import { builder } from '../../schema/builder.ts'
import { Confidence } from '../../schema/enums.ts'
import type { Page } from '../../schema/page.ts'
import { pageArguments } from '../../schema/page-arguments.ts'
import { costOfPage, countedBefore, PageInfoRef } from '../../schema/page-fields.ts'
import { asEntity, Entity } from '../entity/entity-interface.ts'
import { RelationConnection } from '../relation/relation.ts'
import { relatedBy } from '../relation/resolve.ts'
import { dependenciesBetween, type OwnedDependency, otherTeam, teamByRef } from './resolve.ts'

export interface TeamDependencyEdgeModel {
  readonly view: GraphView
  readonly cursor: string
  readonly dependency: OwnedDependency
}

export interface TeamDependencyPageModel extends Omit<Page<OwnedDependency>, 'items'> {
  readonly unowned: number
  readonly edges: readonly TeamDependencyEdgeModel[]
}

const TeamDependencyEdge = builder.objectRef<TeamDependencyEdgeModel>('TeamDependencyEdge').implement({
  description: 'A team depends on a team, because its services depend on the other’s.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false }),
    confidence: t.field({
      type: Confidence,
      nullable: false,
      resolve: ({ dependency }) => dependency.confidence,
    }),
    weight: t.int({
      nullable: false,
      description: 'How many dependencies between services it stands for.',
      resolve: ({ dependency }) => dependency.weight,
    }),
    node: t.field({ type: Entity, nullable: false, resolve: otherTeam }),
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
      pageInfo: t.expose('pageInfo', { type: PageInfoRef, nullable: false }),
      edges: t.expose('edges', { type: [TeamDependencyEdge], nullable: false, complexity: countedBefore }),
      nodes: t.field({
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
      parents: t.field({ ...related, resolve: relatedBy('PART_OF', 'out') }),
      children: t.field({ ...related, resolve: relatedBy('PART_OF', 'in', 'Team') }),
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
      dependsOn: t.field({ type: TeamDependencyConnection, ...page, resolve: dependenciesBetween('out') }),
      dependents: t.field({ type: TeamDependencyConnection, ...page, resolve: dependenciesBetween('in') }),
    }
  },
})

builder.queryField('team', (t) =>
  t.field({
    type: Team,
    args: { ref: t.arg({ type: 'Ref', required: true }) },
    resolve: teamByRef,
  }),
)
