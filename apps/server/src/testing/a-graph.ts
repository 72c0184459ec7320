import { randomUUID } from 'node:crypto'
import type { Commit, GraphStore } from '@alidade/graph'
import type { Delta, Entity, Relation } from '@alidade/model'
import { onTestFinished } from 'vitest'
import type { Caller } from '../auth/caller.ts'
import type { Parts } from '../context.ts'
import { runGraph } from '../graph/running-graph.ts'
import { reresolve } from '../import/reresolve.ts'
import { createJobs } from '../jobs/jobs.ts'
import { type Answer, executeQuery } from '../query/execute-query.ts'
import { emptyStore, noon } from './organisation.ts'
import { shopEntities, shopReadings, shopRelations, shopSources } from './shop.ts'

/** A graph in a real store that answers queries, and notes what it asks of the store. */
export interface TestGraph {
  readonly store: GraphStore
  readonly parts: Parts
  /** What was asked of the store since the last look. */
  calls(): readonly string[]
  /** Makes an operation of the store fail from now on. */
  breakDown(operation: keyof GraphStore): void
  /** The whole answer. */
  answer(query: string, variables?: Readonly<Record<string, unknown>>, caller?: Caller): Promise<Answer>
  /** The data of an answer without errors. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>, caller?: Caller): Promise<unknown>
}

const anybody: Caller = { known: 'by nothing' }
const mostFacts = 5_000

/** The shop of `shop.ts`, unless other facts are given. */
export async function aGraph(
  facts: { readonly entities?: readonly Entity[]; readonly relations?: readonly Relation[] } = {},
): Promise<TestGraph> {
  const store = await emptyStore()
  const { entities = shopEntities, relations = shopRelations } = facts
  await store.commit(commit({ sources: { put: shopSources } }))
  await store.commit(commit({ readings: { put: shopReadings.map((reading) => ({ ...reading, keys: [] })) } }))
  for (const delta of deltas(entities, relations)) await store.commit(commit({ delta }))
  return answering(store)
}

/** What answers queries on a store. */
export async function answering(store: GraphStore): Promise<TestGraph> {
  const seen: string[] = []
  const broken = new Set<PropertyKey>()
  const graph = await runGraph(noting(store, seen, broken), { pollMilliseconds: 3_600_000 })
  onTestFinished(() => graph.close())
  seen.length = 0
  const parts: Parts = { graph, jobs: createJobs(), reresolve, now: () => noon }
  const answer: TestGraph['answer'] = (query, variables = {}, caller = anybody) =>
    executeQuery(parts, caller, { query, variables })
  return {
    store: graph.store,
    parts,
    calls: () => seen.splice(0),
    breakDown: (operation) => void broken.add(operation),
    answer,
    async ask(...asked) {
      const { data, errors } = await answer(...asked)
      if (errors) throw new Error(JSON.stringify(errors, null, 2))
      return plain(data)
    },
  }
}

export function commit(content: Partial<Commit>): Commit {
  return { id: randomUUID(), actor: 'stated:anna', at: '2026-11-24T09:00:00.000Z', ...content }
}

function* deltas(entities: readonly Entity[], relations: readonly Relation[]): Generator<Delta> {
  for (let at = 0; at < entities.length; at += mostFacts) {
    yield { entities: entities.slice(at, at + mostFacts).map((after) => ({ after })), relations: [] }
  }
  for (let at = 0; at < relations.length; at += mostFacts) {
    yield { entities: [], relations: relations.slice(at, at + mostFacts).map((after) => ({ after })) }
  }
}

/** The store itself, which writes down what it is asked. */
function noting(store: GraphStore, seen: string[], broken: ReadonlySet<PropertyKey>): GraphStore {
  const noted = Object.entries(store).map(([name, operation]) => [
    name,
    typeof operation === 'function'
      ? (...given: unknown[]) => {
          seen.push(name)
          if (broken.has(name)) throw new Error(`the store does not answer ${name}`)
          return operation(...given)
        }
      : operation,
  ])
  // The test closes the store that it opened.
  return { ...Object.fromEntries(noted), close: async () => undefined }
}

/** GraphQL's objects have no prototype, which `toEqual` takes for a difference. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null))
}
