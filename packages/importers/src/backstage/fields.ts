import type { RelationField } from '../envelope/relation-field.ts'

/**
 * The fields of `spec`. A ref that leaves out the namespace is in that of the entity whose field it is, in every one.
 * @see https://backstage.io/docs/features/software-catalog/descriptor-format
 */
export const specFields: Readonly<Record<string, RelationField>> = {
  owner: { type: 'OWNS', direction: 'in', kind: 'Team', allowed: ['Team', 'Person', 'Guild'] },
  system: { type: 'PART_OF', direction: 'out', kind: 'System', allowed: ['System'] },
  domain: { type: 'PART_OF', direction: 'out', kind: 'Domain', allowed: ['Domain'] },
  subcomponentOf: { type: 'PART_OF', direction: 'out', kind: 'Service', allowed: ['Service'] },
  subdomainOf: { type: 'PART_OF', direction: 'out', kind: 'Domain', allowed: ['Domain'] },
  providesApis: { type: 'PROVIDES', direction: 'out', kind: 'Api', allowed: ['Api', 'Operation'] },
  consumesApis: { type: 'CONSUMES', direction: 'out', kind: 'Api', allowed: ['Api', 'Operation'] },
  dependsOn: { type: 'DEPENDS_ON', direction: 'out' },
  dependencyOf: { type: 'DEPENDS_ON', direction: 'in' },
  members: { type: 'MEMBER_OF', direction: 'in', kind: 'Person', allowed: ['Person'], on: ['Team'] },
  memberOf: {
    type: 'MEMBER_OF',
    direction: 'out',
    kind: 'Team',
    allowed: ['Team', 'Guild'],
    on: ['Person'],
  },
  parent: { type: 'PART_OF', direction: 'out', kind: 'Team', allowed: ['Team'], on: ['Team'] },
  children: { type: 'PART_OF', direction: 'in', kind: 'Team', allowed: ['Team'], on: ['Team'] },
}

/**
 * The types of the list `relations`, which an entity has when it comes out of a running catalogue: each of the above,
 * named from one end or the other. Their refs are complete.
 * @see https://backstage.io/docs/features/software-catalog/well-known-relations
 */
export const relationTypes: Readonly<Record<string, RelationField>> = {
  ownedBy: { type: 'OWNS', direction: 'in' },
  ownerOf: { type: 'OWNS', direction: 'out' },
  partOf: { type: 'PART_OF', direction: 'out' },
  hasPart: { type: 'PART_OF', direction: 'in' },
  childOf: { type: 'PART_OF', direction: 'out' },
  parentOf: { type: 'PART_OF', direction: 'in' },
  memberOf: { type: 'MEMBER_OF', direction: 'out' },
  hasMember: { type: 'MEMBER_OF', direction: 'in' },
  providesApi: { type: 'PROVIDES', direction: 'out' },
  apiProvidedBy: { type: 'PROVIDES', direction: 'in' },
  consumesApi: { type: 'CONSUMES', direction: 'out' },
  apiConsumedBy: { type: 'CONSUMES', direction: 'in' },
  dependsOn: { type: 'DEPENDS_ON', direction: 'out' },
  dependencyOf: { type: 'DEPENDS_ON', direction: 'in' },
}
