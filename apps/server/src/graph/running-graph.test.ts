import { randomUUID } from 'node:crypto'
import { type Commit, openSqliteStore } from '@alidade/graph'
import { type Entity, makeRef } from '@alidade/model'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { runGraph } from './running-graph.ts'

const pollMilliseconds = 20
/** Of no matter to a machine that is not busy. */
const timeout = 20_000

function adding(name: string): Commit {
  const after: Entity = {
    ref: makeRef('Service', 'default', name),
    kind: 'Service',
    name,
    unresolved: false,
    properties: {},
    labels: {},
    annotations: {},
    aliases: [],
    candidates: [],
    statements: [],
    mentions: [],
    moreMentions: 0,
  }
  const at = '2026-11-24T12:00:00.000Z'
  return { id: randomUUID(), actor: 'anna', at, delta: { entities: [{ after }], relations: [] } }
}

async function aGraph() {
  const folder = temporaryFolder()
  const [store, other] = [await openSqliteStore({ folder }), await openSqliteStore({ folder })]
  await store.commit(adding('first'))
  const graph = await runGraph(store, { pollMilliseconds })
  onTestFinished(async () => {
    await graph.close()
    await other.close()
  })
  return { graph, other }
}

describe('a running graph', () => {
  it('shows this process its own commits at once', async () => {
    const { graph } = await aGraph()
    for (let n = 0; n < 20; n++) {
      const revision = await graph.store.commit(adding(`s-${n}`))
      const view = await graph.view()
      expect([view.revision, view.snapshot.entityCount]).toEqual([revision, n + 2])
    }
  })

  it('shows the commits of others a little later', async () => {
    const { graph, other } = await aGraph()
    await other.commit(adding('elsewhere'))
    await expect.poll(() => graph.latest().snapshot.entityCount, { timeout }).toBe(2)
    expect(graph.latest().revision).toBe(2)
  })

  it('leaves a view that a request holds as it was', async () => {
    const { graph } = await aGraph()
    const before = await graph.view()
    await graph.store.commit(adding('more'))
    expect((await graph.view()).snapshot.entityCount).toBe(2)
    expect(before.snapshot.entityCount).toBe(1)
  })

  it('asks again after the store did not answer', async () => {
    const folder = temporaryFolder()
    const store = await openSqliteStore({ folder })
    const errors: unknown[] = []
    let broken = false
    const shaky = {
      ...store,
      async revision() {
        if (broken) throw new Error('not now')
        return store.revision()
      },
    }
    const graph = await runGraph(shaky, { pollMilliseconds, onError: (error) => errors.push(error) })
    onTestFinished(() => graph.close())
    broken = true
    await expect.poll(() => errors.length, { timeout }).toBeGreaterThan(1)
    await store.commit(adding('meanwhile'))
    broken = false
    await expect.poll(() => graph.latest().snapshot.entityCount, { timeout }).toBe(1)
  })
})
