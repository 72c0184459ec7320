import type { Entity, Relation } from '@alidade/model'
import { expect, test } from 'vitest'
import { aGraph, commit, type TestGraph } from '../../testing/a-graph.ts'
import { entity, relation } from '../../testing/facts.ts'

const changed = `query ($since: Int!, $first: Int) { changes(since: $since, first: $first) {
  totalCount until hasMore nodes { revision at actor kind text ref from type to entity { ref } before after }
} }`

async function revisionOf({ ask }: TestGraph): Promise<number> {
  return ((await ask('{ graph { revision } }')) as { graph: { revision: number } }).graph.revision
}

async function stored({ store }: TestGraph, ref: string): Promise<Entity> {
  const [found] = await store.entities([ref as Entity['ref']])
  if (!found) throw new Error(`the store has no ${ref}`)
  return found
}

test('what changed since a revision, each in one line and in full', async () => {
  const graph = await aGraph()
  const since = await revisionOf(graph)
  const legacy = await stored(graph, 'service:default/legacy')
  const ledger = entity('service:default/ledger', { name: 'Ledger' })
  const needs = relation('service:default/legacy DEPENDS_ON service:default/ledger')
  await graph.store.commit(
    commit({
      delta: {
        entities: [
          { after: ledger },
          {
            before: legacy,
            after: { ...legacy, properties: { ...legacy.properties, lifecycle: 'retired' } },
          },
        ],
        relations: [{ after: needs }],
      },
    }),
  )
  const by = { revision: since + 1, at: '2026-11-24T09:00:00.000Z', actor: 'stated:anna' }
  const ofEntity = { from: null, type: null, to: null }
  expect(await graph.ask(changed, { since })).toEqual({
    changes: {
      totalCount: 3,
      until: since + 1,
      hasMore: false,
      nodes: [
        {
          ...by,
          ...ofEntity,
          kind: 'ADDED',
          text: 'service Ledger is new',
          ref: 'service:default/ledger',
          entity: { ref: 'service:default/ledger' },
          before: null,
          after: expect.objectContaining({ name: 'Ledger', unresolved: false }),
        },
        {
          ...by,
          ...ofEntity,
          kind: 'CHANGED',
          text: 'service legacy changed: lifecycle',
          ref: 'service:default/legacy',
          entity: { ref: 'service:default/legacy' },
          before: expect.objectContaining({ properties: { lifecycle: 'deprecated', type: 'service' } }),
          after: expect.objectContaining({ properties: { lifecycle: 'retired', type: 'service' } }),
        },
        {
          ...by,
          kind: 'ADDED',
          text: 'legacy depends on Ledger',
          ref: null,
          entity: null,
          from: 'service:default/legacy',
          type: 'DEPENDS_ON',
          to: 'service:default/ledger',
          before: null,
          after: {
            properties: {},
            evidence: [
              { source: 'acme/shop/backstage', confidence: 'declared', file: 'catalog-info.yaml', line: 1 },
            ],
          },
        },
      ],
    },
  })
})

test('the log is read in pages of whole commits', async () => {
  const graph = await aGraph()
  const start = await revisionOf(graph)
  for (const name of ['a', 'b', 'c']) {
    await graph.store.commit(
      commit({
        delta: {
          entities: [{ after: entity(`service:new/${name}`) }, { after: entity(`team:new/${name}`) }],
          relations: [],
        },
      }),
    )
  }
  interface Answer {
    readonly changes: {
      readonly totalCount: number
      readonly until: number
      readonly hasMore: boolean
      readonly nodes: readonly { text: string }[]
    }
  }
  const pages: Answer['changes'][] = []
  for (let since = start; pages.at(-1)?.hasMore ?? true; since = pages.at(-1)?.until ?? since) {
    pages.push(((await graph.ask(changed, { since, first: 3 })) as Answer).changes)
  }
  expect(pages.map(({ nodes, until, totalCount }) => [nodes.length, until, totalCount])).toEqual([
    [4, start + 2, 6],
    [2, start + 3, 2],
  ])
})

test('an entity has its own history, newest first, with that of its relations', async () => {
  const graph = await aGraph()
  const key = { from: 'service:default/cart', type: 'DEPENDS_ON', to: 'resource:default/redis' } as Pick<
    Relation,
    'from' | 'type' | 'to'
  >
  const [before] = await graph.store.relations([key])
  if (!before) throw new Error('cart depends on redis')
  await graph.store.commit(commit({ delta: { entities: [], relations: [{ before }] } }))
  expect(
    await graph.ask(
      '{ entity(ref: "resource:default/redis") { changes(first: 2) { totalCount hasMore nodes { kind text } } } }',
    ),
  ).toEqual({
    entity: {
      changes: {
        totalCount: 3,
        hasMore: true,
        nodes: [
          { kind: 'REMOVED', text: 'cart no longer depends on redis' },
          { kind: 'ADDED', text: 'cart depends on redis' },
        ],
      },
    },
  })
})

test('a revision before the first is refused', async () => {
  const { answer } = await aGraph()
  const { errors } = await answer(changed, { since: -1 })
  expect(errors).toMatchObject([{ extensions: { code: 'revision-out-of-bounds' } }])
})
