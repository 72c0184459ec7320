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

test('the log is read in pages, also within a commit, and each change comes once', async () => {
  const graph = await aGraph()
  const start = await revisionOf(graph)
  for (const name of ['a', 'b', 'c']) {
    const after = [entity(`service:new/${name}`), entity(`team:new/${name}`)]
    await graph.store.commit(
      commit({ delta: { entities: after.map((after) => ({ after })), relations: [] } }),
    )
  }
  interface Answer {
    readonly changes: {
      readonly totalCount: number
      readonly until: number
      readonly hasMore: boolean
      readonly endCursor: string | null
      readonly nodes: readonly { text: string }[]
    }
  }
  const paged = `query ($since: Int!, $first: Int, $after: String) {
    changes(since: $since, first: $first, after: $after) { totalCount until hasMore endCursor nodes { text } }
  }`
  const pagesOf = async (first: number) => {
    const pages: Answer['changes'][] = []
    do {
      const after = pages.at(-1)?.endCursor ?? null
      pages.push(((await graph.ask(paged, { since: start, first, after })) as Answer).changes)
    } while (pages.at(-1)?.hasMore)
    return pages
  }
  const all = (await pagesOf(1_000)).flatMap(({ nodes }) => nodes)
  expect(all).toHaveLength(6)
  for (const first of [1, 2, 3, 4, 5, 6]) {
    const pages = await pagesOf(first)
    expect(pages.flatMap(({ nodes }) => nodes)).toEqual(all)
    expect(pages.every(({ nodes, totalCount }) => nodes.length <= first && totalCount === 6)).toBe(true)
    expect(pages.at(-1)?.until).toBe(start + 3)
  }
  expect((await pagesOf(3)).map(({ until }) => until)).toEqual([start + 1, start + 3])
})

test('a cursor of another list is refused', async () => {
  const graph = await aGraph()
  const { changes } = (await graph.ask('{ changes(since: 0, first: 1) { endCursor } }')) as {
    changes: { endCursor: string }
  }
  const { errors } = await graph.answer(
    `{ changes(since: 1, first: 1, after: "${changes.endCursor}") { hasMore } }`,
  )
  expect(errors).toMatchObject([{ extensions: { code: 'cursor-foreign' } }])
})

test('the newest changes come first, also where the last commits changed no fact', async () => {
  const graph = await aGraph()
  const added = ['a', 'b', 'c'].map((name) => entity(`service:new/${name}`))
  for (const after of added) {
    await graph.store.commit(commit({ delta: { entities: [{ after }], relations: [] } }))
  }
  for (let n = 0; n < 5; n++) await graph.store.commit(commit({}))
  const latest = async (first: number) => {
    const query = 'query ($first: Int) { latestChanges(first: $first) { totalCount hasMore nodes { ref } } }'
    const answer = (await graph.ask(query, { first })) as {
      latestChanges: { totalCount: number; hasMore: boolean; nodes: readonly { ref: string | null }[] }
    }
    return answer.latestChanges
  }
  const { nodes, hasMore } = await latest(2)
  expect(nodes.map(({ ref }) => ref)).toEqual(['service:new/c', 'service:new/b'])
  expect(hasMore).toBe(true)
  const all = await latest(1_000)
  expect(all.hasMore).toBe(false)
  expect(all.nodes).toHaveLength(all.totalCount)
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
