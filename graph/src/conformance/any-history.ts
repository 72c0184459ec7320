import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Commit, GraphStore } from '../graph-store.ts'
import { everyAnswer } from './every-answer.ts'
import { makeCommit } from './make-commit.ts'
import { naiveStore } from './naive-store.ts'
import { anySteps, type Step } from './random-steps.ts'
import type { StoreToTest } from './store-to-test.ts'

/** @param beside another store that goes the same way at the same time */
export function specifyAnyHistory(store: StoreToTest, beside?: StoreToTest): void {
  describe('any history of commits and leases', () => {
    const others = beside ? `${beside.name} and a naive store` : 'a naive store'
    test(`has the same answers as in ${others}, to every question, after every step`, async () => {
      await fc.assert(
        fc.asyncProperty(anySteps, (steps) => walk(steps, beside ? [store, beside] : [store])),
        { numRuns: store.runs },
      )
    }, 300_000)
  })
}

/** What a naive store has become after these steps, refused ones included. */
export async function naiveAfter(steps: readonly Step[]): Promise<GraphStore> {
  const naive = naiveStore(() => new Date(0))
  for (const [number, step] of steps.entries()) {
    if (step.does !== 'commit') continue
    await outcome(naive.commit(await makeCommit(step.plan, `commit ${number}`, naive)))
  }
  return naive
}

/** Goes all steps in every store, and compares each with the naive one on the way. */
async function walk(steps: readonly Step[], stores: readonly StoreToTest[]): Promise<void> {
  let time = Date.parse('2026-11-24T09:00:00.000Z')
  const now = () => new Date(time)
  const naive = naiveStore(now)
  const sent: Commit[] = []
  const opened: { name: string; store: GraphStore }[] = []
  try {
    for (const { name, open } of stores) opened.push({ name, store: await open({ now }) })
    for (const [number, step] of steps.entries()) {
      if (step.does === 'wait') {
        time += step.milliseconds
        continue
      }
      const act = await actionOf(step, number)
      const expected = await outcome(act(naive))
      const answers = await everyAnswer(naive)
      for (const { name, store } of opened) {
        expect(await outcome(act(store)), `${name}: outcome of step ${number}, ${step.does}`).toEqual(
          expected,
        )
        expect(await everyAnswer(store), `${name}: after step ${number}, ${step.does}`).toEqual(answers)
      }
    }
  } finally {
    for (const { store } of opened) await store.close()
  }

  async function actionOf(
    step: Exclude<Step, { does: 'wait' }>,
    number: number,
  ): Promise<(store: GraphStore) => Promise<unknown>> {
    switch (step.does) {
      case 'acquire':
        return (store) => store.acquireLease(step.name, step.holder, step.milliseconds)
      case 'release':
        return (store) => store.releaseLease(step.name, step.holder)
      case 'commit':
        sent.push(await makeCommit(step.plan, `commit ${number}`, naive))
        return sending(sent.length - 1)
      case 'repeat':
        return sending(step.which % Math.max(1, sent.length))
    }
  }

  function sending(which: number): (store: GraphStore) => Promise<unknown> {
    const commit = sent[which]
    return (store) => (commit ? store.commit(commit) : store.revision())
  }
}

/** Of a commit with several faults it is not said which one is named, only that it is refused. */
async function outcome(action: Promise<unknown>): Promise<unknown> {
  return action.then(
    (value) => ({ value }),
    () => 'refused',
  )
}
