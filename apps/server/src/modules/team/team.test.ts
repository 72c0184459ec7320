import { expect, test } from 'vitest'
import { aGraph } from '../../testing/a-graph.ts'

test('a team has members with roles, services, and all it owns', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{ team(ref: "payments") {
      members { totalCount edges { properties { key value } node { ref ... on Person { teams { totalCount } } } } }
      services { totalCount nodes { ref } }
      owns { totalCount nodes { ref } }
      parents { totalCount } children { totalCount }
    } }`),
  ).toEqual({
    team: {
      members: {
        totalCount: 1,
        edges: [
          {
            properties: [{ key: 'role', value: 'lead' }],
            node: { ref: 'person:default/ada', teams: { totalCount: 1 } },
          },
        ],
      },
      services: { totalCount: 1, nodes: [{ ref: 'service:default/checkout' }] },
      owns: {
        totalCount: 2,
        nodes: [{ ref: 'api:default/payments' }, { ref: 'service:default/checkout' }],
      },
      parents: { totalCount: 0 },
      children: { totalCount: 0 },
    },
  })
})

test('a team depends on a team when its services do, and shows by which, and where it says so', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{
      storefront: team(ref: "storefront") {
        dependsOn {
          totalCount unowned
          edges {
            confidence weight pairs { from { ref } to { ref } } evidenceCount evidence { confidence file } node { ref }
          }
        }
        dependents { totalCount }
      }
      payments: team(ref: "payments") { dependsOn { totalCount unowned } dependents { totalCount nodes { ref } } }
    }`),
  ).toEqual({
    storefront: {
      dependsOn: {
        totalCount: 1,
        unowned: 1,
        edges: [
          {
            confidence: 'DECLARED',
            weight: 2,
            pairs: [
              { from: { ref: 'service:default/cart' }, to: { ref: 'service:default/checkout' } },
              { from: { ref: 'service:default/web' }, to: { ref: 'service:default/checkout' } },
            ],
            evidenceCount: 3,
            evidence: [
              { confidence: 'CONTRACT', file: 'services/checkout/openapi.yaml' },
              { confidence: 'DECLARED', file: 'catalog-info.yaml' },
              { confidence: 'DECLARED', file: 'catalog-info.yaml' },
            ],
            node: { ref: 'team:default/payments' },
          },
        ],
      },
      dependents: { totalCount: 0 },
    },
    payments: {
      dependsOn: { totalCount: 0, unowned: 1 },
      dependents: { totalCount: 1, nodes: [{ ref: 'team:default/storefront' }] },
    },
  })
})

test('groups hold their members', async () => {
  const { ask } = await aGraph()
  expect(
    await ask(`{
      system: entity(ref: "system:default/checkout") { domain { ref } ... on System { members { nodes { ref } } } }
      domain: entity(ref: "domain:default/commerce") { ... on Domain { members { nodes { ref } } } }
      person: entity(ref: "person:default/ada") { ... on Person { teams { nodes { ref } } owns { totalCount } } }
    }`),
  ).toEqual({
    system: {
      domain: { ref: 'domain:default/commerce' },
      members: { nodes: [{ ref: 'service:default/checkout' }] },
    },
    domain: { members: { nodes: [{ ref: 'system:default/checkout' }] } },
    person: { teams: { nodes: [{ ref: 'team:default/payments' }] }, owns: { totalCount: 0 } },
  })
})
